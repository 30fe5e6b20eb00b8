import type { Capacity } from "#kit/server/actor.ts"

/**
 * Who vouches (9.1): an office-holder who decides, in an office of the Party, the League or the university.
 * A union never vouches for itself: what it says of itself is a claim, and becomes an attestation when an
 * office that vouches approves exactly these words (10.3). docs/decisions/0009.
 */
export const vouches = (c: Capacity): boolean => c.office !== "union" && c.post !== "clerk"
