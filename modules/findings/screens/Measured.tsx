import { isDay } from "@qiaoliang/basics"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"

/** What was found, a day as a reader writes it. */
export function Measured({ value }: { value: string | number }): ReactNode {
  const say = useSay()
  return <b>{typeof value === "string" && isDay(value) ? say.day(value) : value}</b>
}
