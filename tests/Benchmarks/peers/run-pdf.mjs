// node run-pdf.mjs TOOL FONT.ttf DOCUMENTS.json OUT-FOLDER COUNT: sets documents given as blocks, and prints documents per second.
// As with our own runner, "steady" is the second half of the run.
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const [tool, font, documentsPath, out, count] = process.argv.slice(2);
const isHeading = block => /title|heading/.test(block.style ?? '');
const sizeOf = block => (block.style === 'title' ? 22 : 16);

const typstTemplate = `
#let blocks = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer: context align(center)[— #counter(page).display() —])
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 12.95pt, spacing: 12.95pt)
#for block in blocks {
  if "rows" in block {
    table(columns: block.rows.at(0).len(), ..block.rows.flatten().map(cell => text(size: 12pt, cell)))
  } else if block.style == "title" {
    align(center, text(size: 22pt, block.text))
  } else {
    par(block.text)
  }
}
`;

const escape = text => text.replace(/[&<>]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark]);

function htmlOf(blocks) {
  const body = blocks.map(block => block.rows
    ? `<table>${block.rows.map(row => `<tr>${row.map(cell => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</table>`
    : `<p class="${isHeading(block) ? 'head' : 'body'}" style="font-size:${sizeOf(block)}pt">${escape(block.text)}</p>`);
  return `<!doctype html><html lang="zh-CN"><style>
    @font-face { font-family: S; src: url("file://${path.resolve(font)}") }
    @page { size: A4; margin: 37mm 26mm 35mm 28mm } body { font-family: S, "Noto Serif CJK SC"; text-align: justify; line-height: 28.95pt }
    p { margin: 0 } .body { text-indent: 2em } td { border: 1px solid; font-size: 12pt }</style>${body.join('')}</html>`;
}

const tools = {
  // One compiler for the whole run, its cache trimmed as its documentation advises.
  async typst() {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const compiler = NodeCompiler.create({ workspace: path.dirname(documentsPath), fontArgs: [{ fontPaths: [path.dirname(font)] }] });
    return (blocks, index) => {
      const pdf = compiler.pdf({ mainFileContent: typstTemplate, inputs: { data: JSON.stringify(blocks) } });
      if (index % 50 === 49) {
        compiler.evictCache(10);
      }

      return pdf;
    };
  },
  async pdfkit() {
    const { default: PDFDocument } = await import('pdfkit');
    const face = fs.readFileSync(font);
    return blocks => new Promise(resolve => {
      const pdf = new PDFDocument({ size: 'A4', margins: { top: 105, bottom: 99, left: 79, right: 74 } });
      const chunks = [];
      pdf.on('data', chunk => chunks.push(chunk));
      pdf.on('end', () => resolve(Buffer.concat(chunks)));
      pdf.registerFont('face', face);
      for (const block of blocks) {
        pdf.font('face').fontSize(block.rows ? 12 : sizeOf(block));
        for (const text of block.rows ? block.rows.map(row => row.join('　')) : [block.text]) {
          pdf.text(text, { indent: isHeading(block) ? 0 : 32, align: block.style === 'title' ? 'center' : 'left', lineGap: 9 });
        }
      }

      pdf.end();
    });
  },
  // One page for the whole run.
  async chromium() {
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    });
    const page = await browser.newPage();
    const set = async blocks => {
      await page.setContent(htmlOf(blocks), { waitUntil: 'load' });
      return page.pdf({ preferCSSPageSize: true });
    };
    return Object.assign(set, { close: () => browser.close() });
  },
};

const set = await tools[tool]();
const documents = JSON.parse(fs.readFileSync(documentsPath, 'utf8')).slice(0, Number(count));
fs.mkdirSync(out, { recursive: true });

const start = performance.now();
let middle = start;
let middleUsage = process.cpuUsage();
for (const [index, blocks] of documents.entries()) {
  if (index === documents.length >> 1) {
    middle = performance.now();
    middleUsage = process.cpuUsage();
  }

  fs.writeFileSync(path.join(out, `${index}.pdf`), await set(blocks, index));
}

const end = performance.now();
const used = process.cpuUsage(middleUsage);
const steady = (documents.length - (documents.length >> 1)) / (end - middle) * 1000;
const perProcessorSecond = (documents.length - (documents.length >> 1)) / (used.user + used.system) * 1e6;
console.log(JSON.stringify({ tool, documents: documents.length, perSecond: documents.length / (end - start) * 1000, steady, perProcessorSecond }));
await set.close?.();
