// Syntax as in start.mjs: this file runs on any Node.js that knows ES modules.

/** The oldest release of each supported line; newer lines are taken as they come. */
var OLDEST = { 20: 19, 22: 12 };
var NEWEST_LISTED_LINE = 22;

export function isNodeSupported(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  var minor = Number(parts[1]);
  if (major > NEWEST_LISTED_LINE + 1) return true;
  return OLDEST[major] !== undefined && minor >= OLDEST[major];
}

export function requireNode() {
  if (isNodeSupported(process.versions.node)) return;
  console.error(
    '✗ Node.js 20.19 以上（20 系または 22.12 以上）が必要です。いまは ' +
      process.versions.node +
      ' です。https://nodejs.org/ から入れてください。\n' +
      '  Node.js 20.19 or newer (20.x, or 22.12 and up) is needed; this is ' +
      process.versions.node +
      '. Get it from https://nodejs.org/. [NODE.TOO_OLD]',
  );
  process.exit(1);
}
