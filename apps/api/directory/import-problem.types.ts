import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ImportProblem', { description: 'Something in the file a person has to look at.' })
export class ImportProblemType {
  @Field(() => String, { nullable: true })
  sheet: string | null;

  @Field(() => Int, { nullable: true, description: 'Counted from 1; null when it is the whole file.' })
  line: number | null;

  @Field(() => String, { nullable: true })
  column: string | null;

  @Field(() => String)
  code: string;

  @Field(() => String, { nullable: true })
  value: string | null;

  @Field(() => String)
  messageJa: string;

  @Field(() => String)
  messageEn: string;
}

@ObjectType('ImportQuestion', {
  description: 'Something the file does not say, and nobody supposes. Answer with `kinds` or `defaultTypeCode`.',
})
export class ImportQuestionType {
  @Field(() => String)
  code: string;

  @Field(() => String, { nullable: true })
  sheet: string | null;

  @Field(() => String, { nullable: true })
  section: string | null;

  @Field(() => Int, { description: 'Line of the first facility concerned.' })
  line: number;

  @Field(() => Int, { description: 'How many facilities wait for the answer.' })
  rowCount: number;

  @Field(() => [String], { description: 'Of the first few of them.' })
  names: readonly string[];

  @Field(() => String)
  messageJa: string;

  @Field(() => String)
  messageEn: string;
}
