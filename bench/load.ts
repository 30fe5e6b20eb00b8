import { connect } from "node:net"
import { parentPort, workerData } from "node:worker_threads"

/** So many browsers that ask again as soon as they were answered, for so long; tells how many answers came. */
const { port, path, connections, ms } = workerData as Record<"port" | "connections" | "ms", number> & {
  path: string
}
const asked = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: application/json\r\n\r\n`
const ends = Date.now() + ms
let answers = 0
let bytes = 0

function browse(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(asked))
    let got = Buffer.alloc(0)
    let whole = 0
    socket.on("error", reject)
    socket.on("data", (part) => {
      got = got.length === 0 ? part : Buffer.concat([got, part])
      if (whole === 0) {
        const head = got.indexOf("\r\n\r\n")
        if (head < 0) return
        const words = got.subarray(0, head).toString()
        if (!words.startsWith("HTTP/1.1 200")) return reject(new Error(words.slice(0, 80)))
        whole = head + 4 + Number(/content-length: (\d+)/i.exec(words)?.[1])
      }
      if (got.length < whole) return
      answers++
      bytes += whole
      got = got.subarray(whole)
      whole = 0
      if (Date.now() < ends) socket.write(asked)
      else {
        socket.end()
        resolve()
      }
    })
  })
}

await Promise.all(Array.from({ length: connections }, browse))
parentPort!.postMessage({ answers, bytes })
