import { chainedCommitments } from "./chained.ts"
import { modulo } from "./encodings.ts"
import type { BaseOf, GroupOf } from "./group.ts"
import { comb, powersOf } from "./powers.ts"
import { withWholeBallots } from "./whole-ballots.ts"

const p =
  20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049081167099310535867780980030790491654063777173764198678527273474476341835600035698305193144284561701911000786737307333564123971732897913240474578834468260652327974647951137672658693582180046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719n
const q = 78571733251071885079927659812671450121821421258408794611510081919805623223441n
const g =
  2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678799694668298749389095083896573425601900601068477164491735474137283104610458681314511781646755400527402889846139864532661215055797097162016168270312886432456663834863635782106154918419982534315189740658186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982665103606822406635076697764025346253773085133173495194248967754052573659049492477631475991575198775177711481490920456600205478127054728238140972518639858334115700568353695553423781475582491896050296680037745308460627n

const times = (a: bigint, b: bigint): bigint => (a * b) % p
const arithmetic = { one: 1n, times, square: (a: bigint) => (a * a) % p }

/** Any exponent from 0 to 2^256. */
const raise = (x: bigint, k: bigint): bigint => powersOf(arithmetic, x, [k])[0]!

const write = (x: bigint): string => x.toString()
const read = (text: string): bigint | null => {
  if (typeof text !== "string" || text.length > 617 || !/^[1-9][0-9]*$/.test(text)) return null
  const x = BigInt(text)
  return x < p ? x : null
}

/**
 * The multiplicative group of the reference implementation 2.0, on BigInt: there so that elections can be
 * checked by the program Debian ships. BigInt is not constant time; secrets are better kept in Ed25519.
 */
export function belenios2048(): GroupOf<bigint> {
  const power = (x: bigint, k: bigint): bigint => raise(x, modulo(k, q))
  const base = (x: bigint): BaseOf<bigint> => {
    let table: ((k: bigint) => bigint) | undefined
    return {
      point: x,
      text: write(x),
      power: (k) => {
        table ??= comb(arithmetic, x, 256)
        return table(modulo(k, q))
      },
    }
  }
  const generator = base(g)
  const same = (a: bigint, b: bigint): boolean => a === b
  return withWholeBallots({
    name: "BELENIOS-2048",
    q,
    generator: g,
    identity: 1n,
    parse: (text) => {
      const x = read(text)
      return x !== null && raise(x, q) === 1n ? x : null
    },
    known: (text) => {
      const x = read(text)
      if (x === null) throw new RangeError(`no element: ${text}`)
      return x
    },
    write,
    multiply: times,
    inverse: (x) => power(x, q - 1n),
    power,
    same,
    base: (x) => (x === g ? generator : base(x)),
    commitments: chainedCommitments<bigint>({
      write,
      multiply: times,
      same,
      q,
      g: generator,
      arithmetic,
      read,
    }),
  })
}
