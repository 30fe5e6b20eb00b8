import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"

/** An answer in words: 是 or 否, a day, a number, a name. */
export function useValue(): (value: boolean | number | string) => string {
  const t = useWords("evidence")
  const say = useSay()
  return (value) => {
    if (typeof value === "boolean") return t(value ? "value.yes" : "value.no")
    if (typeof value === "number") return say.number(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? say.day(value) : value
  }
}
