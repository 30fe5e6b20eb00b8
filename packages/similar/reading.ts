import { plainAt } from "./plain-words.ts"
import type { Feature, Lexicon } from "./thesaurus.ts"

/** A text as it is compared. */
export interface Reading {
  readonly features: ReadonlyMap<string, Feature>
  /** Pairs of neighbouring characters, for how far two texts agree to the letter. */
  readonly letters: ReadonlySet<string>
}

/** More than this of a text is not read. */
const most = 1000

export function read(lexicon: Lexicon, written: string): Reading {
  const text = cleaned(lexicon, written)
  const features = new Map<string, Feature>()
  const note = (feature: Feature) => features.set(feature.key, feature)
  for (const { slot, pattern, place } of lexicon.numbered)
    for (const [word, number = ""] of text.matchAll(pattern)) {
      if (place) note(place)
      note({ key: `${slot}:#${numberOf(number)}`, kind: "slot", word, slot })
    }

  let rest = ""
  const close = () => {
    for (const word of wordsOf(rest)) note({ key: `=${word}`, kind: "plain", word })
    rest = ""
  }
  for (let at = 0; at < text.length; ) {
    const found = lexicon.longest(text, at)
    const skipped = found ? found.length : plainAt(text, at)
    if (found) {
      for (const feature of found.means) note(feature)
      if (found.means.some(tells))
        for (let start = at; start + 2 <= at + found.length; start++)
          for (const feature of lexicon.within(text, start, at + found.length, found.length - 1))
            if (tells(feature)) note(feature)
    }
    if (skipped) close()
    else if (/[\p{L}\p{N}]/u.test(text[at]!)) rest += text[at]
    else close()
    at += skipped || 1
  }
  close()
  return { features, letters: pairs(text.replace(/[^\p{L}\p{N}]+/gu, "")) }
}

function cleaned(lexicon: Lexicon, written: string): string {
  const text = written.slice(0, most).normalize("NFKC").toLowerCase()
  return lexicon.phrases ? text.replace(lexicon.phrases, " ") : text
}

/** Longer words of these kinds also mean what the shorter ones in them do: 校园卡补办. A place does not: 图书馆 is no 图书. */
const tells = ({ kind }: Feature) => kind === "thing" || kind === "complaint"

/** Latin words whole, Chinese ones as pairs of characters; a lone character and a bare number say too little. */
function wordsOf(run: string): string[] {
  return (run.match(/[\p{Script=Han}]+|[^\p{Script=Han}]+/gu) ?? []).flatMap((part) =>
    /\p{Script=Han}/u.test(part) ? [...pairs(part)] : /^\d*$/.test(part) || part.length < 2 ? [] : [part],
  )
}

function pairs(text: string): Set<string> {
  const out = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at++) out.add(text.slice(at, at + 2))
  return out
}

const digits = "零一二三四五六七八九"

/** 十二 → 12; letters stay. */
function numberOf(written: string): string {
  if (!/^[一二三四五六七八九十]+$/.test(written)) return written
  const [tens, ones] = written.includes("十") ? written.split("十") : ["", written]
  const ten = written.includes("十") ? (tens ? digits.indexOf(tens) : 1) : 0
  return String(ten * 10 + (ones ? digits.indexOf(ones[0]!) : 0))
}
