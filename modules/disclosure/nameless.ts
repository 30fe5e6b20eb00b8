import type { Finding } from "@qiaoliang/clause"
import type { Post } from "#policy/vocabulary.ts"

/**
 * What is published of a finding names nobody: of a person counted only the title stays (个人信息保护法第二十五条;
 * the office's own view keeps the name). Words that are nobody's name, a department's among them, stay as they are.
 */
export function nameless(words: string, findings: readonly Finding[], posts: readonly Post[] | null): string {
  const people = new Set(posts?.map((p) => p.name))
  const counted = findings.flatMap((f) => f.rows).filter((r) => people.has(r.name))
  // The longer name first: 李明 stands inside 李明哲.
  return counted
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce(
      (text, { name, note }) =>
        text.replaceAll(`${name}（${note}）`, note ?? "").replaceAll(name, "有关人员"),
      words,
    )
}
