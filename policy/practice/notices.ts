/**
 * Notices passed down and read. The Opinions say only 及时 (1.2); the days are practice, and a notice may set its own.
 */

/** Working days from publishing to the last class told. */
export const passDownWithin = { days: 5, source: "各校未见统一规定，取常用时限，每件通知可以另定" } as const
