import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { deepLinkScheme } from '../shared/rules/deepLink';
import { fuseOptions } from './fuses';
import { afterPack, createBeforePack } from './hooks';
import type { PackageFacts } from './packageFacts';

/** The folder that packages go to, from the root. */
export const packageFolder = ({ purpose }: PackageFacts): string => path.join('dist', purpose.kind);

/** Names the Electron of packages that nobody is to work with, so that they can't be taken for others. */
const mark = ({ purpose }: PackageFacts): string =>
  purpose.kind === 'development' ? `-development-only-electron-${purpose.electronVersion}` : '';

/** Everything electron-builder has to know, for every system. */
export const createConfiguration = (facts: PackageFacts): Configuration => ({
  appId: 'br.com.smartspace.desktop',
  productName: 'Smartspace Desktop',
  copyright: 'Copyright © Smartspace Desktop contributors',
  artifactName: `\${name}-\${version}-\${os}-\${arch}${mark(facts)}.\${ext}`,
  directories: { output: packageFolder(facts), buildResources: 'build' },
  files: [
    'package.json',
    'resources/**',
    'out/{main,preload,renderer}/**',
    '!**/*.map',
    // The doors of the tests: a chunk of its own, which nothing in a packaged app asks for.
    '!out/main/chunks/testDoors-*.js',
    // The keychain's sources, and what only its building needs.
    '!node_modules/keytar/{src,script,build}/**',
    '!node_modules/keytar/binding.gyp',
    '!node_modules/node-addon-api/**',
    // The binaries of all systems come in one npm package; each app takes its own.
    '!node_modules/keytar/prebuilds/!(${platform}-*)/**',
  ],
  // Of a package with a binary, the binary alone lies outside, where no check of integrity reaches.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  electronFuses: fuseOptions,
  // The one native module comes with its binaries.
  npmRebuild: false,
  electronLanguages: ['pt-BR', 'en-US'],
  protocols: [{ name: 'Smartspace', schemes: [deepLinkScheme], role: 'Viewer' }],
  publish: [{ provider: 'generic', url: facts.updateFeed, useMultipleRangeRequest: false }],
  // Whoever follows the beta gets a stable version as well, once it is the newest.
  generateUpdatesFilesForAllChannels: true,
  forceCodeSigning: facts.purpose.kind === 'release',
  beforePack: createBeforePack(facts),
  afterPack,
  ...electronOf(facts),

  win: {
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'msi', arch: ['x64'] },
    ],
    icon: 'build/icon.ico',
    verifyUpdateCodeSignature: true,
    signtoolOptions: {
      publisherName: [...facts.publisherNames],
      signingHashAlgorithms: ['sha256'],
    },
  },
  nsis: {
    // Asks for whom to install: this person (no administrator needed), or everybody. Silently: /S /currentuser, /allusers.
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    selectPerMachineByDefault: false,
    allowToChangeInstallationDirectory: false,
    include: 'build/installer.nsh',
    installerLanguages: ['pt_BR', 'en_US'],
    deleteAppDataOnUninstall: false,
  },
  msi: {
    // What IT departments roll out: for everybody, into the programs folder, without a question.
    oneClick: true,
    perMachine: true,
    runAfterFinish: false,
    // Tells Windows that a newer package replaces an older one. Must never change.
    upgradeCode: '36CA4D60-FF9F-4C6A-A13F-2C330AE09F09',
  },

  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      // Updates come from this one.
      { target: 'zip', arch: ['universal'] },
    ],
    icon: 'build/icon.icns',
    category: 'public.app-category.business',
    minimumSystemVersion: '13.0',
    // Each of these is for one processor by itself, and the same in both halves of the universal app.
    x64ArchFiles: '**/keytar/prebuilds/darwin-*/*.node',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    notarize: true,
  },

  linux: {
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'rpm', arch: ['x64', 'arm64'] },
      { target: 'tar.gz', arch: ['x64', 'arm64'] },
    ],
    icon: 'build/icons',
    executableName: 'smartspace-desktop',
    // Behind the dashes nothing in a link is taken for a switch.
    executableArgs: ['--', '%u'],
    syncDesktopName: true,
    category: 'Office',
    maintainer: 'Smartspace Desktop contributors <desktop@smartspace.us>',
    vendor: 'Smartspace',
    synopsis: 'Smartspace contact centre, for agents',
    desktop: {
      entry: {
        'Name[pt_BR]': 'Smartspace Desktop',
        'Comment[pt_BR]': 'Central de atendimento Smartspace, para atendentes',
        SingleMainWindow: 'true',
      },
    },
  },
  deb: { recommends: ['gnome-keyring'] },
});

const electronOf = ({ purpose }: PackageFacts): Pick<Configuration, 'electronDist' | 'electronVersion'> =>
  purpose.kind === 'development'
    ? { electronDist: purpose.electronFolder, electronVersion: purpose.electronVersion }
    : {};
