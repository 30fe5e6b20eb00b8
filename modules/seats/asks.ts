import { ask, atLeastOf, type Shared } from "@qiaoliang/apportion"
import { nonCadre, floors as practised } from "#policy/practice/congress-rules.ts"
import type { Ask, Infeasible, Seats } from "./allocation.ts"
import { type People, spelled } from "./demands.ts"
import { type Floor, type PeopleFloor, peopleFloors, type Terms } from "./terms.ts"

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

const known: Readonly<Record<PeopleFloor, { readonly name: string; readonly source: string }>> = {
  nonCadre: { name: "非学生会骨干代表", source: nonCadre.source },
  women: practised.women,
  party: practised.party,
  minorities: practised.minorities,
}

export const floorSource = (id: PeopleFloor): string => known[id].source

/** The floor asked for; 非骨干 60 % where the terms say nothing else. */
const floorOf = ({ floors }: Terms, id: PeopleFloor): Floor | undefined => {
  if (floors[id] !== undefined || id !== "nonCadre") return floors[id]
  return nonCadre.limit.kind === "share" ? nonCadre.limit.atLeast : undefined
}

const needOf = (floor: Floor, of: number) => (typeof floor === "number" ? floor : atLeastOf(floor, of))

/** What the notice asks each group for, by its seats; or which floor has too few people. */
export function asksOf(
  terms: Terms,
  people: People,
  { facultySeats }: Seats,
  societies: Shared | null,
): { asks: Ask[] } | { infeasible: Infeasible } {
  const elected = sum(facultySeats) + sum(societies?.lines.map((l) => l.seats) ?? [])
  const asks: Ask[] = []
  for (const id of peopleFloors) {
    const floor = floorOf(terms, id)
    if (floor === undefined) continue
    // 当然代表 are cadres; of the other kinds nobody knows yet who they are, so they are left out of the count.
    const of = elected + (id === "nonCadre" ? terms.exOfficio : 0)
    const need = needOf(floor, of)
    const asked = ask(
      [
        ...terms.faculties.map((f, i) => ({
          name: people.rows[i]!,
          seats: facultySeats[i]!,
          ...(id === "nonCadre" || f[id] === undefined ? {} : { available: f[id] }),
        })),
        ...(societies?.lines ?? []).map((l) => ({ name: l.name, seats: l.seats })),
      ],
      need,
    )
    if ("most" in asked) return { infeasible: tooFew(terms, id, floor, { need, most: asked.most, elected }) }
    asks.push({ id, name: known[id].name, need, of, lines: asked.lines })
  }
  return { asks }
}

function tooFew(
  terms: Terms,
  id: PeopleFloor,
  floor: Floor,
  { need, most, elected }: { need: number; most: number; elected: number },
): Infeasible {
  const { name, source } = known[id]
  const asked = {
    id: `floors.${id}`,
    says: `${name}不少于${spelled(floor)}（${need}名）`,
    clause: null,
    source,
  }
  const lower = {
    says: `${name}降为${most}名`,
    changes: [{ field: `floors.${id}`, from: need, to: most }],
  }
  if (id !== "nonCadre" || terms.exOfficio === 0)
    return {
      because: `${name}要${need}名，各组按名额和人数最多只能产生${most}名`,
      collide: [asked, { id: "people", says: `各组的名额和${name}人选数`, clause: null, source: "人数表" }],
      ways: [lower],
    }
  // The largest number of 当然代表 with whom the elected can still make up the share.
  let fewer = terms.exOfficio
  while (fewer > 0 && needOf(floor, elected + fewer) > elected) fewer--
  return {
    because: `${name}要${need}名，但当然代表${terms.exOfficio}人都是骨干，选举产生的名额只有${elected}名`,
    collide: [
      asked,
      { id: "exOfficio", says: `当然代表${terms.exOfficio}人`, clause: null, source: "本次分配设定" },
      { id: "total", says: `选举产生的名额${elected}名`, clause: null, source: "本次分配设定" },
    ],
    ways: [
      ...(needOf(floor, elected + fewer) <= elected
        ? [
            {
              says: `当然代表减为${fewer}人`,
              changes: [{ field: "exOfficio", from: terms.exOfficio, to: fewer }],
            },
          ]
        : []),
      lower,
    ],
  }
}
