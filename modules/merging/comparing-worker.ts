import { parentPort, workerData } from "node:worker_threads"
import { clusters } from "@qiaoliang/similar"
import { wordsOfCampus } from "#modules/needs/pure.ts"
import type { Told } from "./store.ts"

/** One comparing of many needs, away from the server's thread. */
parentPort?.postMessage(clusters(wordsOfCampus, workerData as readonly Told[]))
