import type { Config } from '../config/load-config.js';
import { FolderStorage } from './folder-storage.js';
import { S3Storage } from './s3-storage.js';
import type { Storage } from './storage.js';

type StorageConfig = Pick<
  Config,
  'STORAGE_DIR' | 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'
>;

/** The storage the settings name: a folder, or a bucket where S3_ENDPOINT is given. */
export function createStorage(config: StorageConfig): Storage {
  const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket } = config;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  // With an endpoint the others are there: `loadConfig` has seen to it.
  if (endpoint === null || bucket === null || accessKeyId === null || secretAccessKey === null) {
    return new FolderStorage(config.STORAGE_DIR);
  }
  return new S3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey });
}
