import { useContext } from "react"
import { local, sayDay, sayRecorded, sayTime } from "./moments.ts"
import { useSettings } from "./settings.ts"
import { ViewerContext } from "./viewer.ts"

/** Numbers and days in the reader's language. */
export function useSay() {
  const { language } = useSettings()
  const university = useContext(ViewerContext)?.university
  const stands = university?.sample ? university.today : undefined
  return {
    day: (day: string) => sayDay(day, language),
    /** A moment to come, or by the machine's clock. */
    time: (time: string) => sayTime(time, language),
    /** When a record was made. */
    recorded: (time: string) => sayRecorded(time, language, stands),
    number: (n: number) => new Intl.NumberFormat(local[language]).format(n),
  }
}
