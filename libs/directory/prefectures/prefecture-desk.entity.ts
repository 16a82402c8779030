import { Entity, PrimaryColumn } from 'typeorm';

/** This prefecture oversees this desk. */
@Entity()
export class PrefectureDesk {
  @PrimaryColumn('uuid') prefectureId: string;
  @PrimaryColumn('uuid') deskId: string;
}
