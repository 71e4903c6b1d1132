import NothingHere from 'src/components/NothingHere'

const NotFoundPage = () => (
  <main className="h-full">
    <NothingHere />
  </main>
)

export default NotFoundPage
