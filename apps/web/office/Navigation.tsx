import { HomeOutlined } from "@ant-design/icons"
import type { ReactNode } from "react"
import { Go, useHere } from "#kit/web/nav.tsx"
import { groups } from "#kit/web/room.ts"
import { roomName } from "#kit/web/room-names.ts"
import { useSettings } from "#kit/web/settings.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { rooms } from "./rooms.ts"

/** The lines this viewer has, and which of them the page shown belongs to. */
function useLines() {
  const viewer = useViewer()
  const here = useHere()
  const lines = rooms
    .flatMap((room) =>
      room.nav
        ? [
            {
              ...room.nav,
              name: room.name,
              to: room.nav.path ?? room.screens[0]!.path,
              paths: room.screens.map((s) => s.path),
            },
          ]
        : [],
    )
    .filter((line) => line.show?.(viewer) ?? true)
    .sort((a, b) => a.order - b.order)
  const current =
    lines
      .filter(({ to }) => here === to || (to !== "/office" && here.startsWith(`${to}/`)))
      .sort((a, b) => b.to.length - a.to.length)[0] ??
    lines.find((line) => line.paths.includes(here)) ??
    lines.find((line) => line.name === above(here))
  return { lines, current, here }
}

/** The room under whose line the page stands, of a room without one. */
function above(here: string): string | undefined {
  return rooms.find(
    (room) => room.under && room.screens.some(({ path }) => here.startsWith(path.replace(/\$.*/, ""))),
  )?.under
}

/** From a page inside a room, the way back to where the room begins. */
export function WayBack(): ReactNode {
  const { language } = useSettings()
  const { current, here } = useLines()
  if (!current || current.to === here) return null
  return (
    <p className="desk-back no-print">
      <Go to={current.to}>
        <span aria-hidden="true">‹ </span>
        {roomName(current.name, language)}
      </Go>
    </p>
  )
}

/** One line a room, for those it has something for, under the heading of its part of the work; last, the way to what everybody reads. */
export function Navigation(): ReactNode {
  const t = useWords()
  const { language } = useSettings()
  const { lines, current } = useLines()
  return (
    <nav aria-label={t("nav.main")} className="desk-nav">
      {groups.map((group) => {
        const within = lines.filter((line) => line.group === group)
        if (within.length === 0) return null
        return (
          <section key={group} aria-labelledby={`nav-${group}`}>
            <h2 id={`nav-${group}`}>{t(`nav.group.${group}`)}</h2>
            <ul>
              {within.map((line) => (
                <li key={line.name}>
                  <Go to={line.to} className={line === current ? "desk-line desk-line-here" : "desk-line"}>
                    <line.icon aria-hidden="true" />
                    {roomName(line.name, language)}
                    {line.badge ? <line.badge /> : null}
                  </Go>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <p className="desk-nav-out">
        <Go to="/" className="desk-line">
          <HomeOutlined aria-hidden="true" />
          {t("nav.public")}
        </Go>
      </p>
    </nav>
  )
}
