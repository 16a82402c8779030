import type { Locator, Page } from 'playwright-core';

/** How somebody works a page. */
export interface Hands {
  press(control: Locator): Promise<void>;
  fill(field: Locator, text: string): Promise<void>;
  /** One of a list, or a box. */
  choose(choice: Locator): Promise<void>;
}

export const POINTER: Hands = {
  press: async (control) => control.click(),
  fill: async (field, text) => field.fill(text),
  choose: async (choice) => choice.check(),
};

/** More stops than any page has: what is not reached by then cannot be reached. */
const MAX_STOPS = 250;
const MIN_OUTLINE_PX = 2;

/** Where the focus stands after a press of Tab. */
interface Stop {
  readonly isThere: boolean;
  /** What is wrong with how it is seen; null: nothing. */
  readonly fault: string | null;
}

/**
 * Nothing but keys. Every stop on the way is looked at: whether the focus is seen.
 * @param faults what was wrong, for the spec to fail on
 */
export function keyboardOf(page: Page, faults: string[]): Hands {
  const stops = new Set<string>();
  const goTo = async (target: Locator) => {
    await target.waitFor();
    for (let count = 0; count < MAX_STOPS; count += 1) {
      const { isThere, fault } = await target.evaluate(lookAtFocus, MIN_OUTLINE_PX);
      // What had the focus before may have been moved by what the page did since; a press of Tab shows where it stands.
      if (count > 0 && fault !== null && !stops.has(fault)) {
        stops.add(fault);
        faults.push(fault);
      }
      if (isThere) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`not reached by Tab on ${page.url()}: ${String(target)}`);
  };
  return {
    async press(control) {
      await goTo(control);
      await page.keyboard.press('Enter');
    },
    async fill(field, text) {
      await goTo(field);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
    },
    async choose(choice) {
      const name = await choice.getAttribute('name');
      if ((await choice.getAttribute('type')) !== 'radio' || name === null) {
        await goTo(choice);
        if (!(await choice.isChecked())) await page.keyboard.press('Space');
        return;
      }
      // One stop for the list; the arrows go through it.
      const list = page.locator(`input[type=radio][name="${name}"]`);
      const chosen = page.locator(`input[type=radio][name="${name}"]:checked`);
      await goTo((await chosen.count()) > 0 ? chosen : list.first());
      if ((await chosen.count()) === 0) await page.keyboard.press('Space');
      for (let left = await list.count(); left > 0 && !(await choice.isChecked()); left -= 1) {
        await page.keyboard.press('ArrowDown');
      }
    },
  };
}

/** Runs in the page. */
function lookAtFocus(target: Element, minOutlinePx: number): Stop {
  const active = document.activeElement;
  if (!active || active === document.body) return { isThere: false, fault: null };
  const isThere = active === target;
  // A title or a dialog that was given the focus is read aloud, and is nothing to press.
  if (active.getAttribute('tabindex') === '-1') return { isThere, fault: null };
  const name = `${location.pathname} ${active.outerHTML.slice(0, 100)}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(active);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < minOutlinePx)
    return { isThere, fault: `focus not seen: ${name}` };
  return { isThere, fault: null };
}
