// Lets frontend-maven-plugin use the Node that runs this script instead of downloading one: puts
// links to it and to its npm where the plugin expects its own copies, and prints the version.
// Prints nothing when this Node is too old or comes without npm; then the plugin downloads.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

function npmDirectory() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm');
  if (existsSync(join(beside, 'bin', 'npm-cli.js'))) return realpathSync(beside);
  const found = execFileSync('sh', ['-c', 'command -v npm || true'], { encoding: 'utf8' }).trim();
  if (found === '') return '';
  const directory = dirname(dirname(realpathSync(found)));
  return existsSync(join(directory, 'bin', 'npm-cli.js')) ? directory : '';
}

function link(target, path) {
  rmSync(path, { force: true, recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

const installDirectory = process.argv[2];
const npm = process.platform === 'win32' || !isNewEnough ? '' : npmDirectory();
if (installDirectory !== undefined && npm !== '') {
  link(realpathSync(process.execPath), join(installDirectory, 'node', 'node'));
  link(npm, join(installDirectory, 'node', 'node_modules', 'npm'));
  console.log(process.version);
}
