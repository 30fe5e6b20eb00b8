import type { Refusal, Result } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Contract } from "../contract.ts"
import type { Actor, Permission } from "./actor.ts"
import type { Ctx } from "./world.ts"

type In<C extends Contract> = z.output<C["input"]>
type Out<C extends Contract> = Frozen<z.input<C["output"]>>

/** Answers are read only: nouns may hand out their own readonly lists. */
type Frozen<T> = T extends (infer I)[]
  ? readonly Frozen<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** One endpoint: a contract with what happens behind it. */
export interface Served {
  readonly contract: Contract
  /** `anyone` may call without signing in; the ability still decides. */
  readonly who: "anyone" | "signed-in"
  /** Calls a minute from one address, where fewer than usual are wanted (sign-in) or a whole hall calls (check-in). */
  readonly perMinute?: number
  // biome-ignore lint/suspicious/noExplicitAny: each endpoint has its own input type, checked by its contract
  readonly load?: (ctx: Ctx, input: any) => Promise<Result<any, Refusal>>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly may: (actor: Actor, loaded: any, input: any) => Permission
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly run: (ctx: Ctx, input: any, loaded: any) => Promise<Result<any, Refusal>>
}

interface Spec<C extends Contract, L> {
  readonly who?: "anyone" | "signed-in"
  readonly perMinute?: number
  /** The nouns the verb is about; a refusal here is a 404 or the like. */
  readonly load?: (ctx: Ctx, input: In<C>) => Promise<Result<L, Refusal>>
  /** From the module's abilities.ts: pure. */
  readonly may: (actor: Actor, loaded: L, input: In<C>) => Permission
  /** Decide, save, present. A refusal rolls everything back. */
  readonly run: (ctx: Ctx, input: In<C>, loaded: L) => Promise<Result<Out<C>, Refusal>>
}

/** A verb: parse → who → load → may → decide → save → log → present, in one transaction. */
export const action = <C extends Contract, L = undefined>(contract: C, spec: Spec<C, L>): Served => ({
  contract,
  who: "signed-in",
  ...spec,
})

/** A question: the same road without anything saved or logged. */
export const query = <C extends Contract, L = undefined>(contract: C, spec: Spec<C, L>): Served => ({
  contract,
  who: "signed-in",
  ...spec,
})
