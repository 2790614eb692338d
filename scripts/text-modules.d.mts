import type { Plugin as EsbuildPlugin } from 'esbuild'
import type { Plugin as VitePlugin } from 'vite'

export function textModulesForEsbuild(root: string): EsbuildPlugin
export function textModulesForVite(root: string): VitePlugin
