import { useEffect, useRef, useState } from "react"
import { call, type In, type Out, type Refusal, refusalOf } from "#kit/web/call.ts"
import { type one, save } from "../contract.ts"

export type Words = Omit<In<typeof save>, "assembly" | "id" | "signers"> & {
  readonly signers: readonly string[]
}

const blank: Words = {
  kind: "individual",
  category: "",
  title: "",
  problem: "",
  analysis: "",
  suggestion: "",
  signers: [],
  named: true,
}

const wordsOf = (p: Out<typeof one>): Words => ({
  kind: p.kind,
  category: p.category,
  title: p.title,
  problem: p.problem,
  analysis: p.analysis,
  suggestion: p.suggestion,
  signers: p.signers.filter((s) => s.state !== "declined").map((s) => s.number),
  named: p.named,
})

/** Milliseconds without a key before what was typed is kept. */
const pause = 2500

/** A draft that is kept on the server while it is written. */
export function useDraft(assembly: string, before: Out<typeof one> | undefined) {
  const [words, setWords] = useState<Words>(() => (before ? wordsOf(before) : blank))
  const [kept, setKept] = useState<"no" | "going" | "yes">(before ? "yes" : "no")
  const [refused, setRefused] = useState<Refusal>()
  const id = useRef(before?.id)
  const newest = useRef(words)
  const going = useRef<Promise<string | undefined>>(Promise.resolve(id.current))

  /** One after another: the first answer brings the id the next are kept under. */
  const keep = (): Promise<string | undefined> => {
    going.current = going.current.then(async () => {
      setKept("going")
      const sent = newest.current
      try {
        const answer = await call(save, {
          assembly,
          ...sent,
          signers: [...sent.signers],
          ...(id.current ? { id: id.current } : {}),
        })
        id.current = answer.id
        setRefused(undefined)
        setKept(newest.current === sent ? "yes" : "no")
        return answer.id
      } catch (error) {
        setRefused(refusalOf(error))
        setKept("no")
        return undefined
      }
    })
    return going.current
  }

  const last = useRef(keep)
  last.current = keep
  const dirty = useRef(false)
  useEffect(() => {
    if (!dirty.current || !(words.title + words.problem + words.analysis + words.suggestion).trim()) return
    const soon = setTimeout(() => void last.current(), pause)
    return () => clearTimeout(soon)
  }, [words])

  const change = (more: Partial<Words>) => {
    dirty.current = true
    newest.current = { ...newest.current, ...more }
    setKept("no")
    setWords(newest.current)
  }
  return { words, change, keep, kept, refused }
}
