import { type ReactNode, useEffect, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import "./result.css"

interface CountdownProps {
  /** ISO. */
  readonly from: string
  /** Time given; without it time is counted up. */
  readonly minutes: number | null
  /** What the server's clock is ahead of this one, in milliseconds. */
  readonly ahead: number
}

const two = (n: number): string => `${n}`.padStart(2, "0")

/** 2:05 left, or how long it has gone over. */
export function Countdown({ from, minutes, ahead }: CountdownProps): ReactNode {
  const t = useWords("hall")
  const [now, tick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const gone = Math.max(0, Math.floor((now + ahead - Date.parse(from)) / 1000))
  const left = minutes === null ? gone : minutes * 60 - gone
  const over = minutes !== null && left < 0
  const shown = Math.abs(left)
  const level = minutes === null ? "" : over ? " hall-over" : left <= 60 ? " hall-soon" : ""
  return (
    <span
      className={`hall-timer${level}`}
      role="timer"
      aria-label={t(over ? "timer.over" : minutes === null ? "timer.gone" : "timer.left")}
    >
      {over ? "+" : ""}
      {Math.floor(shown / 60)}:{two(shown % 60)}
    </span>
  )
}
