/** The door for code that runs without a server: the worker, the command line, the rooms' own pure files. */
export { describe, type OrgNode, organisationSvg } from "./chart.ts"
export { type UnionKnown, unionFacts } from "./facts.ts"
export type { Claimed, RosterRecord, RosterUnion } from "./records.ts"
export { about, acrossUnions, nameDiffers, noMatch, type SettledPost, settleRoster } from "./settle.ts"
export * as rosters from "./sheets/rosters.ts"
export { isPresidiumGroup, postKindOf } from "./titles.ts"
