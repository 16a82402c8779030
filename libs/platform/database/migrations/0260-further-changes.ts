import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order has also changed when an amendment of it, whom to ask about it, or where its lines go has. */
export class FurtherChanges0260 implements MigrationInterface {
  readonly name = 'FurtherChanges1790000000260';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['amendment', 'order_contact', 'delivery_place']) {
      await db.query(`
        CREATE TRIGGER note_added AFTER INSERT ON ${table}
          REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_orders_of_changed();
        CREATE TRIGGER note_changed AFTER UPDATE ON ${table}
          REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_orders_of_changed();
      `);
    }
    await db.query(`
      CREATE TRIGGER note_removed AFTER DELETE ON delivery_place
        REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_orders_of_changed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
