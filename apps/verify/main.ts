import "./verify.css"
import { start } from "./page.ts"
import { serve } from "./worker.ts"

// One script for all: in the page it draws, in a worker it computes.
if (typeof document === "undefined") serve()
else start(document.getElementById("root")!, document.currentScript?.textContent ?? "")
