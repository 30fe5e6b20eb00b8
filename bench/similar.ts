import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { read, utils } from "@e965/xlsx"
import { clusters, openIndex } from "@qiaoliang/similar"
import {
  laterParaphrases,
  type Matter,
  mattersKeptBack,
  mattersToLearnBy,
  nearMisses,
  paraphrases,
  unseenParaphrases,
} from "@qiaoliang/similar/for-tests"
import { wordsOfCampus } from "#modules/needs/similar/words-of-campus.ts"
import { type Line, median, ms } from "./report.ts"
import { tenThousandNeeds, type WrittenNeed } from "./ten-thousand-needs.ts"

type Groups = readonly (readonly WrittenNeed[])[]

/** Merges proposed on a hand-kept register and on sentences of our own, against the truth; one search among 10,000. */
export function similarLines(rounds: number): Line[] {
  const { needs, groupOf } = register()
  const half = (odd: boolean) => needs.filter(({ id }) => isOdd(groupOf.get(id) ?? id) === odd)
  const twins = (some: readonly WrittenNeed[]) =>
    grouped(some, (need) => groupOf.get(need.id)?.startsWith("C") && groupOf.get(need.id))
  return [
    ...found("the register's 400 needs", needs, twins(needs), { recall: 0.9, precision: 0.8 }),
    ...found("  the half it was first made on", half(true), twins(half(true))),
    ...found("  the other half (unseen: 0.76)", half(false), twins(half(false))),
    ...foundOwn("sentences of our own", paraphrases),
    ...foundOwn("  written later", laterParaphrases),
    ...foundOwn("  never used to choose a word", unseenParaphrases),
    ...foundMatters("43 new matters", mattersToLearnBy),
    ...foundMatters("  43 kept back (were 0.29, 0.67)", mattersKeptBack),
    nearMissLine(),
    ...speedLines(rounds),
  ]
}

const isOdd = (group: string) => Number(group.replace(/\D/g, "")) % 2 === 1

/** The register of the sample university with its answers: row of an id = id + 2. */
function register() {
  const folder = fileURLToPath(new URL("../examples/minghu/", import.meta.url))
  const book = read(readFileSync(`${folder}明湖大学-诉求登记.xlsx`))
  const rows: unknown[][] = utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
  const answers = JSON.parse(readFileSync(`${folder}answers.json`, "utf8")).counts.needs as {
    readonly rows: number
    readonly duplicateClusters: Readonly<Record<string, readonly number[]>>
    readonly relatedButNotDuplicate: Readonly<Record<string, readonly number[]>>
  }
  const needs = Array.from({ length: answers.rows }, (_, i) => ({
    id: String(i + 1),
    text: String(rows[i + 2]?.[5]),
  }))
  const groups = [
    ...Object.entries(answers.duplicateClusters),
    ...Object.entries(answers.relatedButNotDuplicate),
  ]
  return { needs, groupOf: new Map(groups.flatMap(([name, ids]) => ids.map((id) => [String(id), name]))) }
}

function grouped(
  needs: readonly WrittenNeed[],
  key: (need: WrittenNeed) => string | false | undefined,
): Groups {
  const out = Map.groupBy(
    needs.filter((need) => key(need)),
    (need) => key(need),
  )
  return [...out.values()]
}

const pairsOf = (groups: readonly (readonly string[])[]) =>
  groups.flatMap((ids) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => `${a} ${b}`)))

/** Of the pairs inside the true groups those proposed, of the pairs proposed those that are true. */
function found(
  what: string,
  needs: readonly WrittenNeed[],
  groups: Groups,
  least?: { readonly recall: number; readonly precision: number },
): Line[] {
  const truth = new Set(pairsOf(groups.map((group) => group.map(({ id }) => id))))
  const proposed = pairsOf(clusters(wordsOfCampus, needs).map(({ ids }) => ids))
  const right = proposed.filter((pair) => truth.has(pair)).length
  const line = (name: string, of: number, aim: number | undefined): Line => ({
    name: `${what}: ${name}`,
    figure: right / Math.max(1, of),
    ...(aim === undefined ? {} : { least: aim }),
    raw: `${right} of ${of} pairs`,
  })
  return [
    line("recall of merges", truth.size, least?.recall),
    line("precision", proposed.length, least?.precision),
  ]
}

function foundOwn(what: string, sentences: readonly (readonly string[])[]): Line[] {
  const groups = sentences.map((group, i) => group.map((text, j) => ({ id: `${i}-${j}`, text })))
  return [...found(what, groups.flat(), groups), shownLine(what, groups)]
}

/** Groups told in other words among matters that sound alike. */
function foundMatters(what: string, matters: readonly Matter[]): Line[] {
  const groups = matters.map(({ told }, i) => told.map((text, j) => ({ id: `${i}-${j}`, text })))
  const others = matters.flatMap(({ others }, i) => others.map((text, j) => ({ id: `${i}~${j}`, text })))
  return [...found(what, [...groups.flat(), ...others], groups), shownLine(what, groups)]
}

/** Whether a student who types one sentence of a group is shown another of it, among all sentences and the register. */
function shownLine(what: string, groups: Groups): Line {
  const index = openIndex(wordsOfCampus)
  for (const { id, text } of register().needs) index.add(`register ${id}`, text)
  for (const [i, text] of [paraphrases, laterParaphrases, unseenParaphrases].flat(2).entries())
    if (!groups.some((group) => group.some((one) => one.text === text))) index.add(`other ${i}`, text)
  for (const { id, text } of groups.flat()) index.add(id, text)
  const shown = groups.flatMap((group) =>
    group.filter(({ id, text }) => {
      index.remove(id)
      const near = index.nearest(text)
      index.add(id, text)
      return near.some((one) => group.some((other) => other.id === one.id))
    }),
  ).length
  const all = groups.flat().length
  return { name: `${what}: one of the same among five`, figure: shown / all, raw: `${shown} of ${all}` }
}

function nearMissLine(): Line {
  const wrong = nearMisses.filter(
    ([a, b]) =>
      clusters(wordsOfCampus, [
        { id: "a", text: a },
        { id: "b", text: b },
      ]).length > 0,
  ).length
  return {
    name: "near misses taken for one matter",
    figure: wrong / nearMisses.length,
    aim: 0.1,
    raw: `${wrong} of ${nearMisses.length}`,
  }
}

function speedLines(rounds: number): Line[] {
  const needs = tenThousandNeeds()
  const index = openIndex(wordsOfCampus)
  const filled = spent(() => {
    for (const { id, text } of needs) index.add(id, text)
  })
  const asked = [...paraphrases.flat(), ...needs.filter((_, i) => i % 50 === 0).map((need) => need.text)]
  for (const text of asked) index.nearest(text)
  const took = Array.from({ length: rounds }, () =>
    asked.map((text) => spent(() => index.nearest(text))),
  ).flat()
  const merged = spent(() => clusters(wordsOfCampus, needs))
  const slow = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]!
  return [
    {
      name: "one search among 10,000 needs",
      figure: median(took),
      unit: "ms",
      aim: 2,
      raw: `19 of 20 within ${ms(slow)}; filled in ${ms(filled)}`,
    },
    {
      name: "merges among 10,000 needs",
      figure: merged,
      unit: "ms",
      aim: 30_000,
      raw: "proposed at once",
    },
  ]
}

function spent(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
