// The one way in: `node launch.mjs <command> [arguments]`, which every npm script calls. It needs nothing installed and
// runs on Node 20; what it starts runs on a Node that reads TypeScript.
import { launch } from './scripts/launch/launch.mjs';

await launch(import.meta.dirname, process.argv.slice(2));
