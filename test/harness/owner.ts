import { DataSource } from 'typeorm';

/**
 * The same database as its owner, who sees every row and may write them all: to prepare and to look, never to act. The use
 * cases keep the connections they have in the product.
 */
export async function openAsOwner(product: DataSource, url?: string): Promise<DataSource> {
  const way = url === undefined ? {} : { url };
  return new DataSource({ ...product.options, ...way, poolSize: 5, extra: {} } as typeof product.options).initialize();
}
