// The door of every npm script: sets up what is missing, then does the work. `npm start` runs `ensure.mjs start`.
// This file and those it loads use Node's own modules alone, because nothing may be installed yet.
const MIN_NODE = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
  process.stderr.write(
    `Qafila needs Node.js ${MIN_NODE.join('.')} or newer; this is ${process.version}. ` +
      'Install a newer one from https://nodejs.org\n',
  );
  process.exit(1);
}

const { run } = await import('./setup/commands.mjs');
process.exitCode = await run(process.argv[2], process.argv.slice(3));
