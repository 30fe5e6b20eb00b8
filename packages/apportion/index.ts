export * from "./ask.ts"
export * from "./candidates.ts"
export * from "./explain.ts"
export * from "./formula.ts"
export { largestRemainder } from "./largest-remainder.ts"
export {
  before,
  compare,
  type Fraction,
  fits,
  type Group,
  type Line,
  type Quotient,
  type Shared,
  type Tie,
} from "./list.ts"
export * from "./matrix.ts"
export * from "./problem.ts"
export { sainteLague } from "./sainte-lague.ts"
export * from "./solver.ts"
