// server/database/embedded-postgres.ts
import { setTimeout as wait3 } from "node:timers/promises";
import pg from "pg";

// server/database/cluster-folder.ts
import { spawnSync as spawnSync2 } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync as existsSync2,
  mkdirSync as mkdirSync2,
  readFileSync as readFileSync2,
  renameSync as renameSync2,
  rmSync as rmSync2,
  writeFileSync
} from "node:fs";
import os from "node:os";
import path2 from "node:path";

// server/database/postgres-account.ts
import { spawnSync } from "node:child_process";
var ACCOUNTS_ROOT_MAY_LEND = ["postgres", "_postgres", "nobody"];
function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ACCOUNTS_ROOT_MAY_LEND) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== void 0 && gid !== void 0) return { uid, gid };
  }
  throw new Error(
    `Running as root, but none of the accounts ${ACCOUNTS_ROOT_MAY_LEND.join(", ")} exists. Run as an ordinary user, or set DATABASE_URL to a PostgreSQL server.`
  );
}
function canReach(path5, account) {
  return spawnSync("test", ["-x", path5], { ...account, stdio: "ignore" }).status === 0;
}
function idOf(flag, name) {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) | 0 : void 0;
}

// server/database/postgres-binaries.ts
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
var SHARED_STATE_FOLDER = "/var/lib/yichuang";
function postgresBinaries(account, spareFolder) {
  const { native, version } = installedPackage();
  if (canReach(path.join(native, "bin", "postgres"), account) && linkLibraries(native)) {
    return native;
  }
  const copy = path.join(
    account.uid === void 0 ? spareFolder : SHARED_STATE_FOLDER,
    `postgresql-${version}`
  );
  if (!existsSync(copy)) copyBinaries(native, copy);
  if (!canReach(path.join(copy, "bin", "postgres"), account)) {
    throw new Error(`PostgreSQL's programs in ${copy} cannot be executed by its account.`);
  }
  return copy;
}
function installedPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    const entry = createRequire(fromHere.resolve("embedded-postgres")).resolve(name);
    const root = path.join(path.dirname(entry), "..");
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    return { native: path.join(root, "native"), version };
  } catch (cause) {
    throw new Error(
      `No PostgreSQL is packaged for ${process.platform}-${process.arch} (${name}). Run npm ci again, or set DATABASE_URL to a PostgreSQL server of version 15 or newer.`,
      { cause }
    );
  }
}
function copyBinaries(native, copy) {
  const partial = `${copy}.${process.pid}`;
  mkdirSync(path.dirname(copy), { recursive: true, mode: 493 });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  linkLibraries(partial);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
function linkLibraries(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(native, path.relative("native", target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== "EEXIST") return false;
    }
  }
  return true;
}

// server/database/cluster-folder.ts
var LONGEST_SOCKET_PATH = 103;
var SOCKET_NAME = "/.s.PGSQL.5432.lock";
function openClusterFolder(wanted, account) {
  const root = reachableFolder(path2.resolve(wanted), account);
  return {
    root,
    data: path2.join(root, "cluster"),
    log: path2.join(root, "postgres.log"),
    owner: path2.join(root, "owner"),
    socketFolder: socketFolderFor(root, account),
    password: passwordOf(root, account)
  };
}
function initialiseCluster(folder, binaries, account) {
  if (existsSync2(path2.join(folder.data, "PG_VERSION"))) return false;
  const unfinished = `${folder.data}.unfinished`;
  rmSync2(unfinished, { recursive: true, force: true });
  const initdb = spawnSync2(
    path2.join(binaries, "bin", "initdb"),
    [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${path2.join(folder.root, "password")}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Not the builtin provider: under it pg_trgm would ignore Chinese.
      "--locale=C.UTF-8",
      "--data-checksums",
      "--no-instructions"
    ],
    { ...account, cwd: folder.root, encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } }
  );
  if (initdb.status !== 0) {
    throw new Error(`initdb failed: ${initdb.stderr || initdb.stdout || initdb.error?.message}`);
  }
  renameSync2(unfinished, folder.data);
  return true;
}
function reachableFolder(wanted, account) {
  makePrivate(wanted, account);
  if (canReach(wanted, account)) return wanted;
  const elsewhere = path2.join(SHARED_STATE_FOLDER, `data-${shortHash(wanted)}`);
  mkdirSync2(SHARED_STATE_FOLDER, { recursive: true, mode: 493 });
  makePrivate(elsewhere, account);
  if (!canReach(elsewhere, account)) {
    throw new Error(`The database's account cannot enter ${wanted}. Set YICHUANG_DATA.`);
  }
  writeFileSync(path2.join(wanted, "DATA-IS-ELSEWHERE.txt"), `${elsewhere}
`);
  return elsewhere;
}
function makePrivate(folder, { uid, gid }) {
  mkdirSync2(path2.dirname(folder), { recursive: true, mode: 493 });
  mkdirSync2(folder, { recursive: true, mode: 448 });
  if (uid !== void 0 && gid !== void 0) chownSync(folder, uid, gid);
}
function socketFolderFor(root, account) {
  if (Buffer.byteLength(root + SOCKET_NAME) <= LONGEST_SOCKET_PATH) return root;
  const short = path2.join(os.tmpdir(), `yichuang-${shortHash(root)}`);
  makePrivate(short, account);
  return short;
}
function passwordOf(root, { uid, gid }) {
  const file = path2.join(root, "password");
  if (!existsSync2(file)) {
    if (existsSync2(path2.join(root, "cluster"))) {
      throw new Error(`${file} is missing, so the database in ${root} cannot be opened.`);
    }
    writeFileSync(`${file}.new`, randomBytes(24).toString("base64url"), { mode: 384 });
    if (uid !== void 0 && gid !== void 0) chownSync(`${file}.new`, uid, gid);
    renameSync2(`${file}.new`, file);
  }
  return readFileSync2(file, "utf8").trim();
}
function shortHash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

// server/database/cluster-ownership.ts
import { existsSync as existsSync3, readFileSync as readFileSync4, renameSync as renameSync3, rmSync as rmSync3, writeFileSync as writeFileSync2 } from "node:fs";
import path3 from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// server/database/process-identity.ts
import { spawnSync as spawnSync3 } from "node:child_process";
import { readFileSync as readFileSync3 } from "node:fs";
function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return void 0;
  return process.platform === "linux" ? linuxIdentity(pid) : identityByPs(pid);
}
function isZombie(pid) {
  return process.platform === "linux" && linuxStat(pid)?.[0] === "Z";
}
function commandLine(pid) {
  try {
    if (process.platform === "linux") return readFileSync3(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
  return spawnSync3("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}
function linuxIdentity(pid) {
  const stat = linuxStat(pid);
  if (!stat || stat[0] === "Z" || stat[0] === "X") return void 0;
  const boot = readFileSync3("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${pid} ${stat[19]} ${boot}`;
}
function linuxStat(pid) {
  try {
    const text = readFileSync3(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return void 0;
  }
}
function identityByPs(pid) {
  const started = spawnSync3("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return started.status === 0 ? `${pid} ${started.stdout.trim()}` : void 0;
}

// server/database/cluster-ownership.ts
var PATIENCE_MS = 15e3;
var PATIENCE_WITH_ZOMBIE_MS = 2e3;
function claimCluster({ owner, root }) {
  const holder = existsSync3(owner) ? readFileSync4(owner, "utf8") : "";
  const pid = Number.parseInt(holder, 10);
  if (pid !== process.pid && holder !== "" && processIdentity(pid) === holder) {
    throw new Error(
      `Another server (process ${pid}) is using the data in ${root}. Stop it first, or set YICHUANG_DATA to another folder.`
    );
  }
  writeFileSync2(`${owner}.${process.pid}`, processIdentity(process.pid) ?? "");
  renameSync3(`${owner}.${process.pid}`, owner);
}
function releaseCluster({ owner }) {
  rmSync3(owner, { force: true });
}
async function clearLeftovers(folder) {
  const lock = path3.join(folder.data, "postmaster.pid");
  const started = performance.now();
  let asked = false;
  while (existsSync3(lock)) {
    const waited = performance.now() - started;
    const pid = Number.parseInt(readFileSync4(lock, "utf8"), 10);
    const ours = commandLine(pid).includes(folder.data);
    if (processIdentity(pid) !== void 0 && ours) {
      if (!asked) process.kill(pid, "SIGINT");
      asked = true;
    } else if (!isZombie(pid) || waited > PATIENCE_WITH_ZOMBIE_MS) {
      rmSync3(lock, { force: true });
      rmSync3(path3.join(folder.socketFolder, ".s.PGSQL.5432.lock"), { force: true });
    }
    if (waited > PATIENCE_MS) {
      throw new Error(`The database server of an earlier run (process ${pid}) does not stop.`);
    }
    await wait(20);
  }
}

// server/database/postmaster.ts
import { spawn } from "node:child_process";
import { closeSync, existsSync as existsSync4, openSync, readFileSync as readFileSync5, renameSync as renameSync4, statSync } from "node:fs";
import net from "node:net";
import path4 from "node:path";
import { setTimeout as wait2 } from "node:timers/promises";
var START_PATIENCE_MS = 6e4;
var RETRY_PATIENCE_MS = 1e4;
var LONGEST_LOG_BYTES = 5e6;
var PASSES_BY_ITSELF = /still in use|lock file ".*" already exists/;
async function launchPostmaster(options) {
  const started = performance.now();
  for (; ; ) {
    await clearLeftovers(options.folder);
    const postmaster = spawnPostmaster(options);
    const failure = await failureToStart(postmaster, options.folder);
    if (failure === void 0) return postmaster;
    if (!PASSES_BY_ITSELF.test(failure) || performance.now() - started > RETRY_PATIENCE_MS) {
      throw new Error(`PostgreSQL did not start. The end of its log:
${failure}`);
    }
    await wait2(100);
  }
}
async function stopPostmaster(postmaster) {
  if (postmaster.exitCode !== null || postmaster.signalCode !== null) return;
  const ended = new Promise((resolve) => postmaster.once("exit", () => resolve()));
  postmaster.kill("SIGINT");
  const impatience = setTimeout(() => postmaster.kill("SIGQUIT"), 15e3);
  await ended;
  clearTimeout(impatience);
}
function spawnPostmaster({ folder, binaries, account, settings }) {
  const all = {
    listen_addresses: "",
    port: 5432,
    unix_socket_directories: folder.socketFolder,
    unix_socket_permissions: "0700",
    cluster_name: "yichuang",
    timezone: "UTC",
    log_timezone: "Asia/Shanghai",
    log_line_prefix: "%m [%p] ",
    // Statements and details may hold personal data, which belongs in no log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...settings
  };
  const log = openLog(folder.log);
  const postmaster = spawn(
    path4.join(binaries, "bin", "postgres"),
    [
      "-D",
      folder.data,
      ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])
    ],
    {
      ...account,
      cwd: folder.root,
      // A group of its own: Ctrl-C reaches the program, which then stops the database last.
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, LC_ALL: "C.UTF-8" }
    }
  );
  closeSync(log);
  return postmaster;
}
async function failureToStart(postmaster, folder) {
  const started = performance.now();
  const failed = new Promise((resolve) => {
    postmaster.once("error", resolve);
    postmaster.once("exit", () => resolve(void 0));
  });
  let failure;
  void failed.then((error) => failure = { error });
  while (failure === void 0) {
    if (await isReady(postmaster.pid, folder)) return void 0;
    if (performance.now() - started > START_PATIENCE_MS) {
      postmaster.kill("SIGQUIT");
      return `not ready after ${START_PATIENCE_MS / 1e3} s
${endOf(folder.log)}`;
    }
    await wait2(10);
  }
  return failure.error?.message ?? endOf(folder.log);
}
async function isReady(pid, folder) {
  const lock = path4.join(folder.data, "postmaster.pid");
  if (!existsSync4(lock)) return false;
  const lines = readFileSync5(lock, "utf8").split("\n");
  if (Number(lines[0]) !== pid || !lines[7]?.startsWith("ready")) return false;
  return await new Promise((resolve) => {
    const socket = net.connect(path4.join(folder.socketFolder, ".s.PGSQL.5432"));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
function openLog(file) {
  if (existsSync4(file) && statSync(file).size > LONGEST_LOG_BYTES) renameSync4(file, `${file}.1`);
  return openSync(file, "a", 384);
}
function endOf(file) {
  return existsSync4(file) ? readFileSync5(file, "utf8").slice(-800) : "";
}

// server/database/embedded-postgres.ts
var DATABASE = "yichuang";
async function startEmbeddedPostgres({
  folder: wantedFolder,
  settings = {}
}) {
  const account = postgresAccount();
  const folder = openClusterFolder(wantedFolder, account);
  const binaries = postgresBinaries(account, folder.root);
  claimCluster(folder);
  initialiseCluster(folder, binaries, account);
  const keeper = await keepRunning({ folder, binaries, account, settings });
  await createDatabase(folder);
  return {
    connectionString: connectionStringTo(folder, DATABASE),
    get pid() {
      return keeper.current().pid ?? 0;
    },
    async stop() {
      await keeper.stop();
      releaseCluster(folder);
    }
  };
}
async function keepRunning(options) {
  let stopping = false;
  let starting = Promise.resolve();
  let postmaster = watch(await launchPostmaster(options));
  function watch(started) {
    started.once("exit", () => {
      if (!stopping) starting = restart();
    });
    return started;
  }
  async function restart() {
    console.error("\u6570\u636E\u5E93\u8FDB\u7A0B\u610F\u5916\u9000\u51FA\uFF0C\u6B63\u5728\u91CD\u65B0\u542F\u52A8 / the database server died, starting it again");
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5e3)) {
      try {
        postmaster = watch(await launchPostmaster(options));
        return;
      } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        await wait3(pause);
      }
    }
  }
  return {
    current: () => postmaster,
    async stop() {
      stopping = true;
      await starting;
      await stopPostmaster(postmaster);
    }
  };
}
function connectionStringTo({ password, socketFolder }, database) {
  return `postgresql://postgres:${password}@/${database}?host=${encodeURIComponent(socketFolder)}`;
}
async function createDatabase(folder) {
  const client = new pg.Client({ connectionString: connectionStringTo(folder, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [
      DATABASE
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

// scripts/zz-try.ts
import pg2 from "pg";
for (let i = 0; i < 2; i++) {
  const t = performance.now();
  const db = await startEmbeddedPostgres({ folder: process.argv[2] });
  console.log(process.getuid?.(), "start", (performance.now() - t).toFixed(0), db.connectionString.replace(/:[^:@]*@/, ":\u2026@"));
  const c = new pg2.Client({ connectionString: db.connectionString });
  await c.connect();
  console.log((await c.query("select current_user, current_setting($1) d", ["data_directory"])).rows);
  await c.end();
  await db.stop();
}
