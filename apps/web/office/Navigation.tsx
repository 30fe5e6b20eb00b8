import { HomeOutlined } from "@ant-design/icons"
import type { ReactNode } from "react"
import { Go, useHere } from "#kit/web/nav.tsx"
import { useSettings } from "#kit/web/settings.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords, wordsOf } from "#kit/web/words.ts"
import { rooms } from "./rooms.ts"

/** One line a room, for those it has something for; last, the way to what everybody reads: calls, notices, disclosures. */
export function Navigation(): ReactNode {
  const t = useWords()
  const { language } = useSettings()
  const viewer = useViewer()
  const here = useHere()
  const lines = rooms
    .flatMap((room) =>
      room.nav ? [{ ...room.nav, name: room.name, to: room.nav.path ?? room.screens[0]!.path }] : [],
    )
    .filter((line) => line.show?.(viewer) ?? true)
    .sort((a, b) => a.order - b.order)
  const current = lines
    .filter(({ to }) => here === to || (to !== "/office" && here.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0]
  return (
    <nav aria-label={t("nav.main")} className="desk-nav">
      <ul>
        {lines.map((line) => {
          const Icon = line.icon
          const Badge = line.badge
          return (
            <li key={line.name}>
              <Go to={line.to} className={line === current ? "desk-line desk-line-here" : "desk-line"}>
                <Icon aria-hidden="true" />
                {wordsOf(line.name, language)("room")}
                {Badge ? <Badge /> : null}
              </Go>
            </li>
          )
        })}
        <li className="desk-nav-out">
          <Go to="/" className="desk-line">
            <HomeOutlined aria-hidden="true" />
            {t("nav.public")}
          </Go>
        </li>
      </ul>
    </nav>
  )
}
