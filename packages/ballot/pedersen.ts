import type { Result } from "@qiaoliang/basics"
import type { Group, Point } from "./group.ts"

export interface Pedersen {
  readonly keys: readonly Point[]
  readonly threshold: number
  readonly contribution: Point
}

export const readPedersen = (_group: Group, _value: unknown): Result<Pedersen, string> => ({
  ok: false,
  error: "门限保管人名单无效",
})
