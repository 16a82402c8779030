/** Injection token of the settings (`Config`). */
export const CONFIG = Symbol('CONFIG');
