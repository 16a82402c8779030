/**
 * What the most common passwords are made of. Recorded by hand from what the yearly lists of leaked passwords have
 * in common (the words that lead them in every year, and the Japanese ones); nothing is copied from a leak. Lists of
 * whole passwords hold next to nothing of fifteen characters: people reach that length by putting such words after one
 * another, so the words are what is looked for.
 */
export const COMMON_WORDS: readonly string[] = (
  'password passw0rd passwort passcode pass secret letmein login welcome access master admin administrator root user ' +
  'guest default changeme change test testing hello iloveyou love loveyou lovely forever princess sunshine dragon ' +
  'monkey football baseball basketball soccer hockey superman batman pokemon naruto doraemon pikachu starwars shadow ' +
  'michael jordan jessica jennifer ashley daniel charlie thomas robert andrew joshua matthew nicole michelle samantha ' +
  'summer winter spring autumn flower butterfly cookie chocolate cheese pepper ginger purple orange banana freedom ' +
  'whatever trustno trustno1 computer internet google microsoft windows samsung apple facebook instagram twitter ' +
  'qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t 1q2w3e q1w2e3r4 zaq12wsx asdf abc123 correct horse battery staple ' +
  'thequickbrownfox jumpsoverthelazydog quick brown ' +
  'sakura tokyo osaka kyoto nippon nihon japan aishiteru arigato arigatou konnichiwa ohayou himitsu takahashi tanaka ' +
  'suzuki sato watanabe yamada yamamoto nakamura kobayashi pasuwado pasuwaado anpanman ' +
  'january february march april june july august september october november december ' +
  'monday tuesday wednesday thursday friday saturday sunday'
).split(' ');

/** What the product is about: the first thing somebody tries who knows it. */
export const PRODUCT_WORDS: readonly string[] = (
  'yui kyodo kyoudou juchu jyuchu juchuu madoguchi jigyosho jigyousho fukushi hatchu hatchusha shurou shuro shougai ' +
  'welfare order orders desk facility company'
).split(' ');

/** Rows of keys and of counting; parts of four and more are looked for, in both directions. */
export const SEQUENCES: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
];
