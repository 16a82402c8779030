import type { AssignmentQuery } from '../../data/generated/types.js';

export type Job = AssignmentQuery['assignment'];
