import type { BatchFacility, BatchLine } from './types.js';

/** Room of an arc that never binds. */
const ENDLESS = 2 ** 30;

/**
 * What stands between the lines and the persons of a facility, the same for every facility: parts (nodes) 0 … size − 1,
 * the last one is the persons themselves. Arc a goes from part `from[a]` to part `to[a]`.
 */
interface FacilityShape {
  size: number;
  from: Int32Array;
  to: Int32Array;
}

/**
 * Lines → parts of facilities → persons. Facility j's part g is node j·size + g; line i is node facilities·size + i.
 * Amounts are whole multiples of one unit of work.
 */
export interface BatchNetwork {
  lineCount: number;
  facilityCount: number;
  shape: FacilityShape;
  /** Room of arc a of facility j at j·arcs + a. */
  arcRoom: Int32Array;
  /** Most that the persons of a facility can take. */
  ceiling: Int32Array;
  quantity: Int32Array;
  /** Edges of line i: rowStart[i] … rowStart[i + 1] − 1, each to the part `edgeTo`; they have no limit of their own. */
  rowStart: Int32Array;
  edgeTo: Int32Array;
  /** Last period that counts at a part; the persons: the last due period. */
  partUntil: Int32Array;
  /** True when whole units lose nothing against divisible work (no time was dropped at a later release). */
  isWhole: boolean;
}

/** One way in: work of lines with this release and this due date. */
interface Template {
  shape: FacilityShape;
  entry: Map<string, number>;
  partUntil: Int32Array;
  /** Period bounds: segment k is bounds[k] … bounds[k + 1] − 1. */
  bounds: number[];
  /** For every arc the segment whose room it has; null = endless. Cumulated segments 0 … k when `isChain`. */
  arcSegment: (number | null)[];
  isChain: boolean;
}

/**
 * What one amount of the network is: `amounts` of them fit into `seconds` of work. Whole: as many as really fit, for a
 * plan. Otherwise never fewer than fit, for a bound.
 */
export interface Grain {
  seconds: number;
  amounts: number;
  isWhole: boolean;
}

/**
 * `amountOf(line)`: what the line needs. `facilities` and `lines` in the order of the network's rows;
 * `rowOf[position]` is the row of a facility of the snapshot.
 */
export function buildNetwork(
  facilities: readonly BatchFacility[],
  lines: readonly BatchLine[],
  rowOf: Int32Array,
  grain: Grain,
  amountOf: (line: BatchLine) => number,
): BatchNetwork {
  const template = makeTemplate(lines);
  const { shape, bounds, arcSegment } = template;
  const arcs = shape.from.length;
  const arcRoom = new Int32Array(facilities.length * arcs).fill(ENDLESS);
  const ceiling = new Int32Array(facilities.length);
  const rooms = new SegmentRooms(lines, bounds, template.isChain, grain);
  facilities.forEach((facility, row) => {
    ceiling[row] = rooms.of(facility);
    for (let a = 0; a < arcs; a++) if (arcSegment[a] !== null) arcRoom[row * arcs + a] = rooms.room[arcSegment[a]!]!;
  });
  const { rowStart, edgeTo } = linkLines(lines, rowOf, facilities.length, template);
  return {
    lineCount: lines.length,
    facilityCount: facilities.length,
    shape,
    arcRoom,
    ceiling,
    quantity: Int32Array.from(lines, amountOf),
    rowStart,
    edgeTo,
    partUntil: template.partUntil,
    isWhole: !rooms.hasDropped,
  };
}

/** Amounts that fit into the segments of time of one facility after the other. */
class SegmentRooms {
  readonly room: Float64Array;
  /** Time was cut off somewhere. */
  hasDropped = false;
  private readonly releases: Set<number>;

  constructor(
    lines: readonly BatchLine[],
    private readonly bounds: readonly number[],
    private readonly isCumulated: boolean,
    private readonly grain: Grain,
  ) {
    this.room = new Float64Array(Math.max(0, bounds.length - 1));
    this.releases = new Set(lines.map((line) => line.releasePeriod));
  }

  /** Fills `room`; answers the total. */
  of(facility: BatchFacility): number {
    const { bounds, grain, room } = this;
    let seconds = 0;
    let before = 0;
    let total = 0;
    for (let k = 0; k < room.length; k++) {
      // A unit begun before a later release and finished after it would count on the wrong side: it starts again, or, in
      // a bound, both sides get it.
      if (k > 0 && this.releases.has(bounds[k]!)) {
        if (seconds * grain.amounts !== before * grain.seconds) this.hasDropped = true;
        seconds = before = 0;
      }
      for (let period = bounds[k]!; period < bounds[k + 1]!; period++) seconds += facility.capacitySeconds[period]!;
      const fit = (seconds * grain.amounts) / grain.seconds;
      const amounts = grain.isWhole || this.isCumulated ? Math.floor(fit) : Math.ceil(fit);
      total = Math.min(ENDLESS, total + amounts - before);
      room[k] = this.isCumulated ? total : Math.min(ENDLESS, amounts - before);
      before = amounts;
    }
    return total;
  }
}

/**
 * Edges of every line in the order of the network's rows, never in that of the input: the plan must not depend on how the
 * input was listed. Two passes of counting instead of sorting.
 */
function linkLines(
  lines: readonly BatchLine[],
  rowOf: Int32Array,
  facilityCount: number,
  template: Template,
): { rowStart: Int32Array; edgeTo: Int32Array } {
  const rowStart = new Int32Array(lines.length + 1);
  const asked = new Int32Array(facilityCount + 1);
  lines.forEach((line, i) => {
    rowStart[i + 1] = rowStart[i]! + line.eligible.length;
    for (const position of line.eligible) asked[rowOf[position]! + 1]!++;
  });
  for (let row = 0; row < facilityCount; row++) asked[row + 1]! += asked[row]!;
  const lineAt = new Int32Array(rowStart[lines.length]!);
  const at = asked.slice();
  lines.forEach((line, i) => {
    for (const position of line.eligible) lineAt[at[rowOf[position]!]!++] = i;
  });
  const entries = Int32Array.from(lines, (line) => template.entry.get(windowOf(line))!);
  const edgeTo = new Int32Array(lineAt.length);
  const next = rowStart.slice(0, lines.length);
  for (let row = 0, k = 0; row < facilityCount; row++) {
    for (; k < asked[row + 1]!; k++) edgeTo[next[lineAt[k]!]!++] = row * template.shape.size + entries[lineAt[k]!]!;
  }
  return { rowStart, edgeTo };
}

const windowOf = (line: BatchLine): string => `${line.releasePeriod},${line.duePeriod}`;

function makeTemplate(lines: readonly BatchLine[]): Template {
  const releases = distinct(lines.map((line) => line.releasePeriod));
  const ends = distinct(lines.map((line) => line.duePeriod + 1));
  return releases.length <= 1 ? chainTemplate(releases[0] ?? 0, ends) : windowTemplate(lines, releases, ends);
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/**
 * One common release: what is due until a date never exceeds the time until that date (earliest due date first), so
 * the parts are a chain of due dates whose arcs have the cumulated room.
 */
function chainTemplate(release: number, ends: readonly number[]): Template {
  const size = Math.max(1, ends.length);
  const from = Int32Array.from({ length: size - 1 }, (_, k) => k);
  return {
    shape: { size, from, to: from.map((k) => k + 1) },
    entry: new Map(ends.map((end, k) => [`${release},${end - 1}`, k])),
    partUntil: Int32Array.from({ length: size }, (_, k) => (ends[k] ?? 1) - 1),
    bounds: [release, ...ends],
    arcSegment: [...from],
    isChain: true,
  };
}

/**
 * Several releases: parts are the segments of time between all release and due dates, each with its own room, and for
 * every release a chain of entries downwards: work due in segment k is done in k or, through the entry below, before.
 */
function windowTemplate(lines: readonly BatchLine[], releases: readonly number[], ends: readonly number[]): Template {
  const bounds = distinct([...releases, ...ends]).filter((bound) => bound <= ends.at(-1)!);
  const segments = bounds.length - 1;
  const from: number[] = [];
  const to: number[] = [];
  const arcSegment: (number | null)[] = [];
  const partUntil = Array.from({ length: segments }, (_, k) => bounds[k + 1]! - 1);
  const entry = new Map<string, number>();
  for (const release of releases) {
    const lastDue = lines.reduce((last, l) => (l.releasePeriod === release ? Math.max(last, l.duePeriod) : last), 0);
    for (let k = bounds.indexOf(release); k < segments && bounds[k]! <= lastDue; k++) {
      const node = partUntil.length;
      partUntil.push(bounds[k + 1]! - 1);
      entry.set(`${release},${bounds[k + 1]! - 1}`, node);
      from.push(node);
      to.push(k);
      arcSegment.push(null);
      if (bounds[k] === release) continue;
      from.push(node);
      to.push(node - 1);
      arcSegment.push(null);
    }
  }
  const persons = partUntil.length;
  partUntil.push(bounds.at(-1)! - 1);
  for (let k = 0; k < segments; k++) {
    from.push(k);
    to.push(persons);
    arcSegment.push(k);
  }
  return {
    shape: { size: persons + 1, from: Int32Array.from(from), to: Int32Array.from(to) },
    entry,
    partUntil: Int32Array.from(partUntil),
    bounds,
    arcSegment,
    isChain: false,
  };
}
