/** Loaded before a process of the product: SIGUSR2 puts its clock an hour ahead, then an hour back, then right. */
const HOUR_MS = 3_600_000;
const SHIFTS = [HOUR_MS, -HOUR_MS, 0];
const RealDate = Date;
let shift = 0;
let turns = 0;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }

  static now() {
    return RealDate.now() + shift;
  }
};

process.on('SIGUSR2', () => {
  shift = SHIFTS[turns % SHIFTS.length];
  turns += 1;
});
