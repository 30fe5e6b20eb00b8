/** The doors of assembly/index.ts. Numbers are addresses, or places counted from 0. */
export interface CurveModule {
  readonly memory: WebAssembly.Memory
  readonly given: WebAssembly.Global<"i32">
  readonly list: WebAssembly.Global<"i32">
  start(): void
  reserve(points: number, branches: number): void
  branchAt(branch: number): number
  textAt(branch: number): number
  read(point: number): number
  clear(point: number): void
  add(point: number, other: number): void
  tabulate(slot: number, point: number): void
  begin(branch: number): void
  chain(point: number, count: number, withMembership: number): number
  finish(branch: number, slot: number): void
  skip(branch: number): void
  give(branch: number, point: number): void
  values(first: number, second: number, slot: number): void
  blind(branch: number, slot: number): void
  write(count: number): void
  /** For the tests of the arithmetic below: addresses of pairs of elements. */
  mul(out: number, a: number, b: number): void
  square(out: number, a: number): void
  invert(out: number, a: number): void
  toBytes(out: number, a: number, lane: number): void
  fromBytes(out: number, bytes: number, lane: number): void
}

/** From base64: the same bytes everywhere, with nothing to fetch. */
export async function instantiate(base64: string): Promise<CurveModule> {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
  const { instance } = await WebAssembly.instantiate(bytes)
  const curve = instance.exports as unknown as CurveModule
  curve.start()
  return curve
}
