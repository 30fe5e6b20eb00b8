/** The door for code that runs without a server: the worker, the command line, the rooms' own pure files. */
export {
  type CongressKnown,
  congressFacts,
  type OnRosters,
  type SettledDelegate,
  settleDelegates,
} from "./facts.ts"
export type { CongressNamed, DelegateRecord } from "./records.ts"
export * as delegates from "./sheets/delegates.ts"
