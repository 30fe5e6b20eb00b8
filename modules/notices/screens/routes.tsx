import type { Room } from "#kit/web/room.ts"
export const room: Room = { name: "notices", screens: [] }
