import { Segmented, Select } from "antd"
import type { ReactNode } from "react"
import { useFilter } from "#kit/web/nav.tsx"
import { roomName } from "#kit/web/room-names.ts"
import { useSettings } from "#kit/web/settings.ts"
import { useWords } from "#kit/web/words.ts"
import type { Items } from "./Inbox.tsx"

/** By post and by room, each with how many; nothing where there is nothing to choose. */
export function Narrow({ items }: { items: Items }): ReactNode {
  const t = useWords("inbox")
  const { language } = useSettings()
  const [{ as, room }, set] = useFilter()
  const capacities = counted(
    items.filter((i) => !room || i.module === room),
    (i) => i.capacity,
  )
  const rooms = counted(
    items.filter((i) => !as || i.capacity === as),
    (i) => i.module,
  )
  const many = new Set(items.map((i) => i.capacity)).size > 1
  if (!many && rooms.length < 2 && !room) return null
  return (
    <div className="inbox-head">
      {many ? (
        <Segmented
          aria-label={t("by-capacity")}
          value={as ?? ""}
          onChange={(value) => set({ as: value || undefined })}
          options={[
            { value: "", label: t("everything") },
            ...capacities.map(([name, count]) => ({ value: name, label: t("with-count", { name, count }) })),
          ]}
        />
      ) : null}
      {rooms.length > 1 || room ? (
        <Select
          allowClear
          aria-label={t("by-room")}
          placeholder={t("by-room")}
          {...(room ? { value: room } : {})}
          onChange={(value: string | undefined) => set({ room: value })}
          options={rooms.map(([name, count]) => ({
            value: name,
            label: t("with-count", { name: roomName(name, language), count }),
          }))}
        />
      ) : null}
    </div>
  )
}

function counted(items: Items, by: (item: Items[number]) => string): [string, number][] {
  return [...Map.groupBy(items, by)].map(([name, all]) => [name, all.length])
}
