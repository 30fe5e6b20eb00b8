/** What crosses the wire: verbs, and what screens ask. */
export * from "./contract-questions.ts"
export * from "./contract-verbs.ts"
