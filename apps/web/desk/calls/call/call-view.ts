import type { DeskCallQuery } from '../../../data/generated/types.js';

export type CallView = DeskCallQuery['call'];
export type CallAnswer = CallView['responses'][number];
