import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import "./orgchart.css"

/** The size the drawing is shown at, and how to change it. */
export interface Zoom {
  readonly shown: number
  readonly by: (factor: number) => void
  readonly fit: () => void
  readonly whole: () => void
}

interface SheetProps {
  readonly svg: string
  readonly label: string
  readonly hint: string
  /** A box was clicked: its place among the boxes, breadth first. */
  readonly onPick: (index: number) => void
  readonly tools: (zoom: Zoom) => ReactNode
}

const [least, most] = [0.1, 4]

/**
 * A drawing on a sheet that scrolls: dragged or scrolled to move, tools, Ctrl+wheel or + and − to zoom. Light:
 * the public pages show it too.
 */
export function Sheet({ svg, label, hint, onPick, tools }: SheetProps): ReactNode {
  const sheet = useRef<HTMLElement>(null)
  const [zoom, setZoom] = useState<number>()
  const shown = useDrawing(sheet, svg, zoom)
  const zoomBy = useCallback(
    (factor: number) =>
      setZoom((now) => Math.min(most, Math.max(least, (now ?? atFirst(sheet.current)) * factor))),
    [],
  )
  useEffect(() => {
    const at = sheet.current
    const onWheel = (e: WheelEvent) => {
      if (!e.ctrlKey && !e.metaKey) return
      e.preventDefault()
      zoomBy(e.deltaY < 0 ? 1.15 : 1 / 1.15)
    }
    // React listens passively to wheels; a passive listener cannot keep the page from zooming.
    at?.addEventListener("wheel", onWheel, { passive: false })
    return () => at?.removeEventListener("wheel", onWheel)
  }, [zoomBy])
  const drag = useDrag(sheet, onPick)
  const fit = () => setZoom(fitting(sheet.current))
  return (
    <div className="orgchart">
      <div className="orgchart-tools no-print">
        {tools({ shown, by: zoomBy, fit, whole: () => setZoom(1) })}
      </div>
      <section
        ref={sheet}
        className="orgchart-sheet"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={(e) => {
          if (e.key === "+" || e.key === "=") zoomBy(1.25)
          if (e.key === "-") zoomBy(1 / 1.25)
          if (e.key === "0") setZoom(undefined)
        }}
        {...drag}
      />
      <p className="muted orgchart-hint no-print">{hint}</p>
    </div>
  )
}

const sizeOf = (svg: SVGElement | null | undefined): { width: number; height: number } => ({
  width: Number(svg?.getAttribute("width")) || 1,
  height: Number(svg?.getAttribute("height")) || 1,
})

/** As wide as the sheet, never larger than drawn. */
const fitting = (sheet: HTMLElement | null): number =>
  Math.max(least, Math.min(1, ((sheet?.clientWidth ?? 1) - 2) / sizeOf(sheet?.querySelector("svg")).width))

/** At first: as wide as the sheet, yet never so small that the words cannot be made out. */
const atFirst = (sheet: HTMLElement | null): number => Math.max(0.62, fitting(sheet))

/** The root in the middle of the sheet, as far as the first box under it stays in view. */
function openAtFirst(sheet: HTMLElement, drawing: SVGElement): void {
  const [, root, first] = [...drawing.querySelectorAll(":scope > g")].map((g) => g.getBoundingClientRect())
  if (!root) return
  const frame = sheet.getBoundingClientRect()
  const upright = drawing.clientHeight > sheet.clientHeight && root.top - frame.top > sheet.clientHeight / 2
  const across = root.left + root.width / 2 - frame.left - sheet.clientWidth / 2
  const down = root.top + root.height / 2 - frame.top - sheet.clientHeight / 2
  const margin = 16
  const seen = (to: number, start: number | undefined) => Math.min(to, (start ?? Infinity) - margin)
  sheet.scrollLeft += upright ? 0 : seen(across, first && first.left - frame.left)
  sheet.scrollTop += upright ? seen(down, first && first.top - frame.top) : 0
}

/** Puts the drawing into the sheet at a size, its middle kept; says the size. */
function useDrawing(at: { current: HTMLElement | null }, svg: string, zoom: number | undefined): number {
  const [shown, setShown] = useState(1)
  useLayoutEffect(() => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
    at.current?.replaceChildren(document.importNode(parsed, true))
  }, [at, svg])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing is sized anew
  useLayoutEffect(() => {
    const sheet = at.current
    const drawing = sheet?.querySelector("svg")
    if (!sheet || !drawing) return
    const scale = zoom ?? atFirst(sheet)
    const middle = (sheet.scrollLeft + sheet.clientWidth / 2) / Math.max(1, sheet.scrollWidth)
    const centre = (sheet.scrollTop + sheet.clientHeight / 2) / Math.max(1, sheet.scrollHeight)
    drawing.style.width = `${sizeOf(drawing).width * scale}px`
    drawing.style.height = `${sizeOf(drawing).height * scale}px`
    if (zoom === undefined) {
      sheet.scrollTo(0, 0)
      openAtFirst(sheet, drawing)
    } else {
      sheet.scrollLeft = middle * sheet.scrollWidth - sheet.clientWidth / 2
      sheet.scrollTop = centre * sheet.scrollHeight - sheet.clientHeight / 2
    }
    setShown(scale)
  }, [at, svg, zoom])
  return shown
}

/** A mouse drags the sheet; a press that does not move picks a box. Fingers scroll by themselves. */
function useDrag(at: { current: HTMLElement | null }, onPick: (index: number) => void) {
  const from = useRef<{ x: number; y: number; left: number; top: number; moved: boolean }>(undefined)
  return {
    onPointerDown: (e: React.PointerEvent) => {
      if (e.button !== 0 || !at.current) return
      const { scrollLeft: left, scrollTop: top } = at.current
      from.current = { x: e.clientX, y: e.clientY, left, top, moved: false }
    },
    onPointerMove: (e: React.PointerEvent) => {
      const start = from.current
      if (!start || !at.current) return
      if (Math.hypot(e.clientX - start.x, e.clientY - start.y) > 4) start.moved = true
      if (e.pointerType !== "mouse" || !start.moved) return
      at.current.scrollLeft = start.left - (e.clientX - start.x)
      at.current.scrollTop = start.top - (e.clientY - start.y)
    },
    onPointerUp: (e: React.PointerEvent) => {
      const start = from.current
      from.current = undefined
      if (!start || start.moved) return
      const boxes = [...(at.current?.querySelectorAll("svg > g") ?? [])]
      // The first group holds the lines; the boxes follow.
      const index = boxes.findIndex((box) => box.contains(e.target as Node)) - 1
      if (index >= 0) onPick(index)
    },
    onPointerLeave: () => {
      from.current = undefined
    },
    onPointerCancel: () => {
      from.current = undefined
    },
  }
}
