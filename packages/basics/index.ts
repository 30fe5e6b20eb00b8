export * from "./days.ts"
export * from "./ids.ts"
export * from "./ratio.ts"
export * from "./result.ts"
