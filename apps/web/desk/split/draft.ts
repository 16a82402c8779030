import { useCallback, useEffect, useReducer } from 'react';
import type { SplitMeasure, SplitPrices, SplitRule } from '../../data/generated/types.js';
import { forgetDraft, keepDraft, readDraft } from '../../kit/drafts.js';

/** What is set differently from the desk for this split; what is not there follows the desk. */
export interface SplitSettings {
  readonly rule?: SplitRule;
  readonly maxFacilities?: number | null;
  readonly priceTolerancePermille?: number;
  readonly measure?: SplitMeasure;
  readonly prices?: SplitPrices;
  readonly regions?: readonly string[];
  readonly maxDefectPermille?: number | null;
  readonly isTakingLate?: boolean;
}

/** What a coordinator decided so far. */
export interface Draft {
  readonly pinned: Readonly<Record<string, number>>;
  /** Reasons are asked for once, at the end. */
  readonly excluded: Readonly<Record<string, string>>;
  readonly settings: SplitSettings;
}

export const EMPTY_DRAFT: Draft = { pinned: {}, excluded: {}, settings: {} };

export function isEmptyDraft({ pinned, excluded, settings }: Draft): boolean {
  return [pinned, excluded, settings].every((part) => Object.keys(part).length === 0);
}

interface History {
  readonly past: readonly Draft[];
  readonly now: Draft;
  readonly future: readonly Draft[];
  /** What the last change was about: keys typed one after the other are one step. */
  readonly about: string;
}

type Step =
  | { readonly kind: 'change'; readonly about: string; readonly change: (draft: Draft) => Draft }
  | { readonly kind: 'undo' | 'redo' | 'forget' };

const MAX_STEPS = 50;

function reduce(history: History, step: Step): History {
  const { past, now, future, about } = history;
  switch (step.kind) {
    case 'change': {
      const next = step.change(now);
      if (next === now) return history;
      const isSameStep = step.about !== '' && step.about === about;
      return { past: isSameStep ? past : [...past, now].slice(-MAX_STEPS), now: next, future: [], about: step.about };
    }
    case 'undo': {
      const last = past.at(-1);
      return last ? { past: past.slice(0, -1), now: last, future: [now, ...future], about: '' } : history;
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next ? { past: [...past, now], now: next, future: rest, about: '' } : history;
    }
    case 'forget':
      return { past: [], now: EMPTY_DRAFT, future: [], about: '' };
  }
}

export interface Drafting {
  readonly draft: Draft;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Calls with the same `about`, one after the other, are one step back. */
  readonly change: (change: (draft: Draft) => Draft, about?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** It was approved. */
  readonly forget: () => void;
}

/** The draft of a split: it outlasts a reload for a day, is erased at sign-out, and every step can be taken back. */
export function useDraft(key: string): Drafting {
  const [history, dispatch] = useReducer(reduce, key, (own) => ({
    past: [],
    now: { ...EMPTY_DRAFT, ...readDraft<Draft>(own) },
    future: [],
    about: '',
  }));
  const { now } = history;
  useEffect(() => {
    if (isEmptyDraft(now)) forgetDraft(key);
    else startDraft(key, now);
  }, [key, now]);
  return {
    draft: now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: useCallback((change, about = '') => dispatch({ kind: 'change', about, change }), []),
    undo: useCallback(() => dispatch({ kind: 'undo' }), []),
    redo: useCallback(() => dispatch({ kind: 'redo' }), []),
    forget: useCallback(() => dispatch({ kind: 'forget' }), []),
  };
}

/** For a page that leads to the editor with something decided already. */
export function startDraft(key: string, draft: Draft): void {
  keepDraft(key, draft);
}

export function withUnits(draft: Draft, facilityId: string, units: number): Draft {
  return { ...draft, pinned: { ...draft.pinned, [facilityId]: units } };
}

export function withoutUnits(draft: Draft, facilityId: string): Draft {
  return { ...draft, pinned: without(draft.pinned, facilityId) };
}

/** A facility that is not asked has no units set for it either. */
export function withExcluded(draft: Draft, facilityId: string, isExcluded: boolean): Draft {
  if (!isExcluded) return { ...draft, excluded: without(draft.excluded, facilityId) };
  return {
    ...draft,
    pinned: without(draft.pinned, facilityId),
    excluded: { ...draft.excluded, [facilityId]: '' },
  };
}

/** undefined follows the desk again. */
export function withSettings(
  draft: Draft,
  change: { readonly [Name in keyof SplitSettings]?: SplitSettings[Name] },
): Draft {
  const settings = Object.fromEntries(
    Object.entries({ ...draft.settings, ...change }).filter(([, value]) => value !== undefined),
  );
  return { ...draft, settings };
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([own]) => own !== key));
}
