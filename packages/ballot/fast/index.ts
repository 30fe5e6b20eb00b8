/**
 * Ed25519 for whole ballots, in WebAssembly: what a verifier recomputes for all OR-proofs of a ballot in one
 * call, and the powers a voter's encryption needs. Works alike in Node, browsers and workers; a page needs
 * `'wasm-unsafe-eval'` in its content security policy. See docs/decisions/0030.
 */
import { curveModule } from "./curve.generated.ts"
import { type FastCurve, fastCurve } from "./engine.ts"
import { instantiate } from "./module.ts"

export type { FastCurve, KeyTable } from "./engine.ts"

let loading: Promise<FastCurve> | undefined

/** The engine, loaded once; rejects where WebAssembly or its vectors are missing or forbidden. */
export function loadFastCurve(): Promise<FastCurve> {
  loading ??= instantiate(curveModule).then(fastCurve)
  return loading
}
