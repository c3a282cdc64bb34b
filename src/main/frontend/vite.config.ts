import { rmSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const classes = '../../../target/classes';
const webjar = 'META-INF/resources/webjars/camunda/app';

/**
 * Writes the configuration of Camunda's web applications. They load it anew at every visit, unlike all other files,
 * which the browser keeps by Camunda's version: so it is the one place that can name our scripts by their content.
 */
function webappConfigurations(): Plugin {
  return {
    name: 'webapp-configurations',
    apply: 'build',
    buildStart() {
      rmSync(`${classes}/${webjar}/throughcare`, { recursive: true, force: true });
    },
    generateBundle(_options, bundle) {
      const scripts = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' && file.isEntry ? [[file.name, file.fileName.slice(webjar.length + 1)] as const] : [],
        ),
      );
      const named = (name: string): string => {
        const script = scripts.get(name);
        if (script === undefined) throw new Error(`No script named ${name} was built.`);
        return `../${script}`;
      };
      for (const [application, configuration] of Object.entries(webapps(named))) {
        this.emitFile({
          type: 'asset',
          fileName: `${webjar}/${application}/scripts/config.js`,
          source: `export default ${JSON.stringify(configuration, null, 2)};\n`,
        });
      }
    },
  };
}

function webapps(script: (name: string) => string): Record<string, object> {
  const app = (name: string): object => ({ app: { vendor: 'Throughcare', name }, disableWelcomeMessage: true });
  return {
    tasklist: {
      ...app('Tasklist'),
      customScripts: [script('tasklist')],
      shortcuts: {
        claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
        focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
        focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
        focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
        startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' },
      },
    },
    cockpit: { ...app('Cockpit'), customScripts: [script('cockpit')] },
    admin: { ...app('Admin'), customScripts: [script('webapps')] },
    welcome: { ...app('Welcome'), customScripts: [script('webapps')] },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [webappConfigurations()],
  build: {
    outDir: classes,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: {
        tasklist: 'src/tasklist/index.ts',
        cockpit: 'src/webapps/cockpit.ts',
        webapps: 'src/webapps/index.ts',
      },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: `${webjar}/throughcare/scripts/[name]-[hash].js`,
        chunkFileNames: `${webjar}/throughcare/scripts/[name]-[hash].js`,
        assetFileNames: `${webjar}/throughcare/assets/[name]-[hash][extname]`,
      },
    },
  },
});
