import { assemblyById } from "#modules/assembly/index.ts"
import { seatsOf } from "#modules/seats/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { AllocationSource } from "./allocation.ts"

/** The allocation the preparatory committee adopted; in a faculty's own congress every seat is the faculty's. */
export const adoptedOf: AllocationSource = async (tx, assemblyId) => {
  const adopted = await seatsOf(tx, assemblyId)
  const assembly = adopted && (await assemblyById(tx, assemblyId))
  const [union] = assembly ? await unionsOf(tx, [assembly.unionId]) : []
  if (!adopted || !union) return undefined
  const need = (id: string) => adopted.asks.find((a) => a.id === id)?.need
  return {
    version: adopted.version,
    total: adopted.total,
    seats: adopted.seats.map((s) => ({
      faculty: s.faculty ?? union.faculty ?? "",
      grade: s.grade,
      className: s.className,
      seats: s.seats,
    })),
    societies: adopted.societies,
    exOfficio: adopted.exOfficio,
    observers: adopted.observers,
    floors: { women: need("women"), party: need("party"), minorities: need("minorities") },
  }
}
