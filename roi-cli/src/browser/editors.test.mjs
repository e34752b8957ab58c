// Opens what `roi init` writes in yaml-language-server, as an editor does. `mvn -Pbrowser verify` runs this.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const CLI = resolve(process.env.ROI_CLI ?? '.');
const ROI = process.env.ROI_CLASS_PATH
  ? ['-cp', process.env.ROI_CLASS_PATH, 'dev.roi.cli.Main']
  : ['-jar', join(CLI, 'target/roi.jar')];
const MADE = join(CLI, 'target/editor-policies');
const SERVER = join(
  dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');

/** The server, spoken to as editors do: JSON-RPC, each message with its length. */
class Editor {
  #server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  #received = Buffer.alloc(0);
  #answers = new Map();
  #faults = new Map();
  #next = 1;

  constructor() {
    this.#server.stdout.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      while (this.#one());
    });
  }

  #one() {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const length = Number(/Content-Length: (\d+)/.exec(this.#received.subarray(0, end).toString())[1]);
    if (this.#received.length < end + 4 + length) return false;
    const message = JSON.parse(this.#received.subarray(end + 4, end + 4 + length).toString());
    this.#received = this.#received.subarray(end + 4 + length);
    if (message.method && message.id !== undefined) {
      const result = message.method === 'workspace/configuration' ? message.params.items.map(() => ({})) : null;
      this.#write({ jsonrpc: '2.0', id: message.id, result });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      this.#faults.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.id !== undefined) {
      this.#answers.get(message.id)?.(message.result);
    }
    return true;
  }

  #write(message) {
    const text = JSON.stringify(message);
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  ask(method, params) {
    const id = this.#next++;
    this.#write({ jsonrpc: '2.0', id, method, params });
    return new Promise((answered) => this.#answers.set(id, answered));
  }

  tell(method, params) {
    this.#write({ jsonrpc: '2.0', method, params });
  }

  async begin() {
    await this.ask('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    this.tell('initialized', {});
    this.tell('workspace/didChangeConfiguration', {
      settings: { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } },
    });
  }

  /** A name of its own beside a file, since what comes of a file that was closed may come late. */
  #beside(file) {
    return pathToFileURL(file.replace('.yaml', `.${this.#next++}.yaml`)).href;
  }

  /** Opens a text as a file of a policy, and returns what the server marks in it. */
  faults(file, text) {
    const uri = this.#beside(file);
    const marked = new Promise((found) => this.#faults.set(uri, found));
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return marked.then((all) => {
      this.tell('textDocument/didClose', { textDocument: { uri } });
      return all.map((one) => ({ line: one.range.start.line + 1, message: one.message }));
    });
  }

  async at(method, file, text, line, character) {
    const uri = this.#beside(file);
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    const answer = await this.ask(method, { textDocument: { uri }, position: { line: line - 1, character } });
    this.tell('textDocument/didClose', { textDocument: { uri } });
    return answer;
  }

  async completions(file, text, line, character) {
    const answer = await this.at('textDocument/completion', file, text, line, character);
    return (answer.items ?? answer).map((item) => item.label);
  }

  async hover(file, text, line, character) {
    return (await this.at('textDocument/hover', file, text, line, character))?.contents?.value ?? '';
  }

  end() {
    this.#server.kill();
  }
}

/** The line of a text, from 1, that begins with something; and the text with a line put after it. */
const lineOf = (text, begin) => text.split('\n').findIndex((line) => line.startsWith(begin)) + 1;
function withLine(text, after, line) {
  const lines = text.split('\n');
  lines.splice(after, 0, line);
  return lines.join('\n');
}

describe('a policy that roi init wrote, in an editor that knows YAML', () => {
  const editor = new Editor();

  before(async () => {
    rmSync(MADE, { recursive: true, force: true });
    for (const language of ['en', 'fr']) {
      execFileSync('java', ['-XX:TieredStopAtLevel=1', ...ROI, 'init', join(MADE, language), '--lang', language]);
    }
    await editor.begin();
  });

  after(() => editor.end());

  for (const language of ['en', 'fr']) {
    const policy = join(MADE, language);
    const read = (name) => readFileSync(join(policy, name), 'utf8');

    it(`has no line marked (${language})`, async () => {
      const files = readdirSync(policy, { recursive: true }).filter((name) => name.endsWith('.yaml'));
      assert.ok(files.length > 12, `${files.length} files`);
      for (const name of files) {
        assert.deepEqual(await editor.faults(join(policy, name), read(name)), [], name);
      }
    });

    for (const [name, after, wrong] of [
      ['thresholds.yaml', 'extend.months:', '  valeur: 3'],
      ['indicators.yaml', 'indicators:', '  few: { block: 3 }'],
      ['views.yaml', 'dashboard:', '- { title: 3 }'],
      ['policy.yaml', 'levers:', '  - { id: a }'],
      ['texts/fr.yaml', 'rules:', '  few: { title: A }'],
      ['scenarios/cases.yaml', 'cases:', '  good: { month: 3 }'],
    ]) {
      it(`has a wrong key or value of ${name} marked where it is (${language})`, async () => {
        const line = lineOf(read(name), after);
        assert.ok(line > 0, `${name} has a line ${after}`);
        const marked = await editor.faults(join(policy, name), withLine(read(name), line, wrong));
        assert.ok(
          marked.some((fault) => fault.line === line + 1), `${JSON.stringify(marked)} has one in line ${line + 1}`);
      });
    }

    it(`completes the keys of a threshold and the words of an indicator (${language})`, async () => {
      const thresholds = read('thresholds.yaml');
      const begun = withLine(thresholds, lineOf(thresholds, 'extend.months:') - 1, 'few.users:\n  ');
      const keys = await editor.completions(join(policy, 'thresholds.yaml'), begun, lineOf(begun, 'few.users:') + 1, 2);
      for (const key of ['value', 'unit', 'range', 'because']) {
        assert.ok(keys.includes(key), `${key} is among ${keys}`);
      }
      const indicators = read('indicators.yaml');
      const one = withLine(indicators, lineOf(indicators, 'indicators:'), '  few:\n    direction: ');
      const words = await editor.completions(join(policy, 'indicators.yaml'), one, lineOf(one, '  few:') + 1, 15);
      assert.ok(words.includes('higher-is-better'), `higher-is-better is among ${words}`);
    });

    it(`says what a key means, in the language of the copy (${language})`, async () => {
      const thresholds = read('thresholds.yaml');
      const said = await editor.hover(
        join(policy, 'thresholds.yaml'), thresholds, lineOf(thresholds, 'extend.months:') + 1, 4);
      assert.match(said, language === 'fr' ? /Le nombre/ : /The number/);
    });
  }
});
