import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const source = resolve(import.meta.dirname, '..');

/** Which folders of `src` each folder may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  wire: [],
  trace: ['wire'],
  playback: ['wire', 'trace'],
  messages: ['wire', 'trace'],
  style: [],
  view: ['wire', 'trace', 'playback', 'messages', 'style'],
  main: ['wire', 'trace', 'playback', 'messages', 'style', 'view'],
};

function files(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) =>
    resolve(dirname(file), match[1] ?? ''),
  );
}

function folderOf(path: string): string {
  return relative(source, path).split('/')[0] ?? '';
}

test('each_folder_imports_only_what_is_to_its_left', () => {
  const trespasses = files(source).flatMap((file) => {
    const folder = folderOf(file);
    const allowed = [folder, ...(mayImport[folder] ?? [])];
    return importsOf(file)
      .filter((path) => !allowed.includes(folderOf(path)))
      .map((path) => `${relative(source, file)} imports ${relative(source, path)}`);
  });
  expect(trespasses).toEqual([]);
});

test('pure_folders_know_no_document', () => {
  const impure = files(source)
    .filter((file) => ['trace', 'playback'].includes(folderOf(file)))
    .filter((file) =>
      /\b(document|window|localStorage|requestAnimationFrame)\b\./.test(readFileSync(file, 'utf8')),
    )
    .map((file) => relative(source, file));
  expect(impure).toEqual([]);
});

/** A file written by a machine says so in its first line and may be as long as its source asks. */
function isGenerated(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith('// Written from ');
}

test('every_file_stays_under_300_lines', () => {
  const long = files(source)
    .filter((file) => !isGenerated(file))
    .map((file) => ({
      file: relative(source, file),
      lines: readFileSync(file, 'utf8').split('\n').length,
    }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});
