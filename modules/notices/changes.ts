/** One paragraph of a text beside the one before it. */
export interface Change {
  readonly kind: "kept" | "added" | "removed"
  readonly text: string
}

const paragraphs = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)

/** What changed from one text to the next, paragraph by paragraph: the longest common run of them is kept. */
export function changes(before: string, after: string): Change[] {
  const [a, b] = [paragraphs(before), paragraphs(after)]
  // common[i][j]: how many paragraphs a from i and b from j have in common, in order.
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] =
        a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const out: Change[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      out.push({ kind: "kept", text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      out.push({ kind: "removed", text: a[i++]! })
    else out.push({ kind: "added", text: b[j++]! })
  }
  return out
}
